package app.lienzo.imports;

import app.lienzo.audit.AuditTrail;
import app.lienzo.fields.FieldService;
import app.lienzo.fields.FieldSubject;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.jobs.JobService;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.spaces.SpaceService;
import app.lienzo.tenancy.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// The door to imports from a Microsoft Entra ID directory: an application registered there reads the people.
@ApplicationScoped
public class DirectoryImportService {
    /// Ids of directories and applications, or the name of a domain of theirs.
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{2,120}");

    private static final int SECRET_MAX = 500;

    private final Imports imports;
    private final Directories directories;
    private final FieldService fields;
    private final SpaceService spaces;
    private final JobService jobs;
    private final Vault vault;
    private final AuditTrail audit;
    private final Clock clock;
    private final ImportConfig config;

    DirectoryImportService(
            Imports imports,
            Directories directories,
            FieldService fields,
            SpaceService spaces,
            JobService jobs,
            Vault vault,
            AuditTrail audit,
            Clock clock,
            ImportConfig config) {
        this.imports = imports;
        this.directories = directories;
        this.fields = fields;
        this.spaces = spaces;
        this.jobs = jobs;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
        this.config = config;
    }

    /// What was said of a directory before; never its secret.
    public record Known(String directory, String client) {}

    public Optional<Known> known(SignedIn me, UUID space) {
        me.require(Permission.CONTACTS_MANAGE, space);
        return directories.find(space).map(found -> new Known(found.directory(), found.client()));
    }

    /// Begins to read a directory. What it says is tried and taken like a file.
    ///
    /// @param secret empty for the one that is kept, of the same directory and client
    /// @throws Refused `directory-incomplete`, `imports-busy`, `imports-too-many`
    @Transactional
    public ImportView fetch(SignedIn me, UUID space, String directory, String client, String secret) {
        me.require(Permission.CONTACTS_MANAGE, space);
        spaces.requireInUse(space);
        var kept = directories
                .find(space)
                .filter(found -> secret.isBlank()
                        && found.directory().equals(directory.strip())
                        && found.client().equals(client.strip()));
        boolean fits = ID.matcher(directory.strip()).matches()
                && ID.matcher(client.strip()).matches();
        if (!fits || (secret.isBlank() && kept.isEmpty()) || secret.length() > SECRET_MAX)
            throw Refused.invalid("directory-incomplete");
        if (imports.going() >= config.goingMax()) throw Refused.conflict("imports-busy", config.goingMax());
        if (imports.count() >= config.runsMax()) throw Refused.conflict("imports-too-many", config.runsMax());
        if (kept.isEmpty()) {
            var sealed = vault.seal(Directories.PURPOSE, secret.strip());
            directories.keep(space, new Directories.Directory(directory.strip(), client.strip(), sealed));
        }
        var run = begun(me, space, directory.strip());
        audit.record(me.actor(), "directory-read", "import", run.id());
        jobs.enqueue(new RunImport(run.id()));
        return run;
    }

    private ImportView begun(SignedIn me, UUID space, String directory) {
        var now = clock.instant();
        var headers = DirectoryReader.FIELDS;
        var mapping = Mapping.guess(ImportKind.DIRECTORY, headers, fields.of(space, FieldSubject.CONTACT));
        var run = new ImportView(
                Ids.next(),
                space,
                ImportKind.DIRECTORY,
                ImportState.FETCHING,
                directory,
                "UTF-8",
                "",
                headers,
                mapping,
                0,
                0,
                0,
                0,
                0,
                me.name(),
                null,
                now,
                now,
                null);
        imports.add(run, me.member());
        return run;
    }
}
