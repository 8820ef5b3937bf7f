package app.lienzo.imports;

import app.lienzo.audit.AuditTrail;
import app.lienzo.companies.CompanyService;
import app.lienzo.fields.FieldService;
import app.lienzo.fields.FieldSubject;
import app.lienzo.fields.FieldView;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.jobs.JobService;
import app.lienzo.kernel.Refused;
import app.lienzo.spaces.SpaceService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The door to imports: a file is read, somebody says what its columns are, all of it is tried, and then it is taken,
/// by a job that can be stopped and that survives its process.
@ApplicationScoped
public class ImportService {
    private static final int SHOWN_MAX = 50;
    private static final int PREVIEW_ROWS = 5;

    private final Imports imports;
    private final ImportReading reading;
    private final FieldService fields;
    private final CompanyService companies;
    private final SpaceService spaces;
    private final JobService jobs;
    private final AuditTrail audit;
    private final Clock clock;
    private final ImportConfig config;

    ImportService(
            Imports imports,
            ImportReading reading,
            FieldService fields,
            CompanyService companies,
            SpaceService spaces,
            JobService jobs,
            AuditTrail audit,
            Clock clock,
            ImportConfig config) {
        this.imports = imports;
        this.reading = reading;
        this.fields = fields;
        this.companies = companies;
        this.spaces = spaces;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
        this.config = config;
    }

    /// Those of the spaces where the member may import, newest first.
    public List<ImportView> list(SignedIn me) {
        return imports.list(spaces.inUse(me, Permission.CONTACTS_MANAGE), SHOWN_MAX);
    }

    /// @throws Refused not found
    public ImportView require(SignedIn me, UUID id) {
        var run = imports.find(id).orElseThrow(Refused::notFound);
        me.require(Permission.CONTACTS_MANAGE, run.space());
        return run;
    }

    /// The most bytes of a file.
    public long bytesMax() {
        return config.fileMax().asLongValue();
    }

    /// The most bytes of a request that brings one.
    public long uploadMax() {
        return bytesMax() + config.envelopeMax().asLongValue();
    }

    /// Reads a file. Nothing is taken of it yet.
    ///
    /// @param kind not DIRECTORY
    /// @param charset how the file is written; null to find out
    /// @throws Refused `import-file-too-large`, `import-empty`, `import-columns-too-many`, `import-rows-too-many`,
    ///     `import-broken` with the number of the line, `import-charset-wrong`, `imports-too-many`,
    ///     `imports-waiting-too-many`
    public ImportView read(
            SignedIn me, UUID space, ImportKind kind, @Nullable ImportCharset charset, String fileName, Path file) {
        me.require(Permission.CONTACTS_MANAGE, space);
        spaces.requireInUse(space);
        return reading.read(me, space, kind, charset, fileName, file);
    }

    /// The first rows.
    public List<List<String>> preview(ImportView run) {
        var rows = new ArrayList<List<String>>();
        // Pages of a directory may be small.
        for (int next = 1; next <= run.rows() && rows.size() < PREVIEW_ROWS; ) {
            var chunk = imports.chunk(run.id(), next);
            if (chunk.isEmpty()) break;
            rows.addAll(chunk.get().rows());
            next = chunk.get().first() + chunk.get().rows().size();
        }
        return rows.stream().limit(PREVIEW_ROWS).toList();
    }

    /// Custom fields that columns can be.
    public List<FieldView> fields(ImportView run) {
        return fields.of(run.space(), run.kind().ofContacts() ? FieldSubject.CONTACT : FieldSubject.COMPANY);
    }

    /// Says what the columns are. What a rehearsal found before says nothing any more.
    ///
    /// @param columns from the number of a column, from 0, to the name of what it is
    /// @throws Refused `import-column-twice`, `import-name-missing`, `import-going`, `import-over`
    @Transactional
    public ImportView map(SignedIn me, UUID id, Map<String, String> columns) {
        var run = resting(me, id);
        imports.map(id, Mapping.checked(run.kind(), run.headers(), fields(run), columns));
        if (run.state() == ImportState.CHECKED) imports.turn(id, ImportState.READ, null, clock.instant());
        return imports.find(id).orElseThrow();
    }

    /// Says what the columns are, and has every row tried without keeping anything.
    ///
    /// @param columns see [#map]
    /// @throws Refused as [#map], `imports-busy`
    @Transactional
    public ImportView check(SignedIn me, UUID id, Map<String, String> columns) {
        map(me, id, columns);
        return begin(id, ImportState.CHECKING);
    }

    /// The same with the columns as they were said before, or guessed.
    ///
    /// @throws Refused as [#map], `imports-busy`
    @Transactional
    public ImportView check(SignedIn me, UUID id) {
        var columns = new HashMap<String, String>();
        resting(me, id).mapping().forEach((column, target) -> columns.put(column.toString(), target));
        return check(me, id, columns);
    }

    /// Takes what the file says.
    ///
    /// @throws Refused `import-unmapped`, `import-going`, `import-over`, `imports-busy`, `companies-too-many`
    @Transactional
    public ImportView start(SignedIn me, UUID id) {
        var run = resting(me, id);
        if (run.mapping().isEmpty() || run.state() != ImportState.CHECKED) throw Refused.conflict("import-unmapped");
        if (run.kind() == ImportKind.COMPANIES) companies.requireRoom(run.space());
        audit.record(me.actor(), "import-started", "import", id);
        return begin(id, ImportState.RUNNING);
    }

    /// Ends a rehearsal or a run. What was taken until then stays.
    ///
    /// @throws Refused `import-over`
    @Transactional
    public ImportView cancel(SignedIn me, UUID id) {
        var run = managed(me, id);
        if (run.state().over()) throw Refused.conflict("import-over");
        imports.turn(
                id,
                run.state() == ImportState.CHECKING ? ImportState.READ : ImportState.CANCELED,
                null,
                clock.instant());
        if (run.state() != ImportState.CHECKING) audit.record(me.actor(), "import-canceled", "import", id);
        return imports.find(id).orElseThrow();
    }

    /// Rows that were not taken, from the one behind `after` on.
    public List<Reject> rejects(ImportView run, int after, int limit) {
        return imports.rejects(run.id(), after, limit);
    }

    /// Has somebody get on with imports that nobody works on any more: their process died.
    @Transactional
    public void takeUp() {
        imports.stale(clock.instant().minus(config.staleAfter())).forEach(run -> takeUp(run.id()));
    }

    /// The same for one that somebody looks at.
    @Transactional
    public void takeUpIfStale(ImportView run) {
        if (run.state().going() && run.workedAt().isBefore(clock.instant().minus(config.staleAfter())))
            takeUp(run.id());
    }

    @Transactional
    void forget() {
        var before = clock.instant().minus(config.keptFor());
        imports.forget(before, before);
    }

    private void takeUp(UUID id) {
        var run = imports.locked(id).orElse(null);
        if (run == null || !run.workedAt().isBefore(clock.instant().minus(config.staleAfter()))) return;
        imports.rows(id, run.rows(), clock.instant());
        jobs.enqueue(new RunImport(id));
    }

    private ImportView begin(UUID id, ImportState state) {
        if (imports.going() >= config.goingMax()) throw Refused.conflict("imports-busy", config.goingMax());
        imports.begin(id, state, clock.instant());
        jobs.enqueue(new RunImport(id));
        return imports.find(id).orElseThrow();
    }

    private ImportView managed(SignedIn me, UUID id) {
        var run = imports.locked(id).orElseThrow(Refused::notFound);
        me.require(Permission.CONTACTS_MANAGE, run.space());
        spaces.requireInUse(run.space());
        return run;
    }

    private ImportView resting(SignedIn me, UUID id) {
        var run = managed(me, id);
        if (run.state().over()) throw Refused.conflict("import-over");
        if (run.state().going()) throw Refused.conflict("import-going");
        return run;
    }
}
