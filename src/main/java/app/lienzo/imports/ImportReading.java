package app.lienzo.imports;

import app.lienzo.fields.FieldService;
import app.lienzo.fields.FieldSubject;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads a file into rows that wait for their import: some hundred at a time, all of them or none.
@ApplicationScoped
class ImportReading {
    private static final int READING_SECONDS = 300;

    private final Imports imports;
    private final FieldService fields;
    private final Clock clock;
    private final ImportConfig config;

    ImportReading(Imports imports, FieldService fields, Clock clock, ImportConfig config) {
        this.imports = imports;
        this.fields = fields;
        this.clock = clock;
        this.config = config;
    }

    /// @throws Refused see [ImportService#read]
    ImportView read(
            SignedIn me, UUID space, ImportKind kind, @Nullable ImportCharset charset, String fileName, Path file) {
        requireSize(file);
        if (imports.count() >= config.runsMax()) throw Refused.conflict("imports-too-many", config.runsMax());
        if (imports.waiting() >= config.waitingMax())
            throw Refused.conflict("imports-waiting-too-many", config.waitingMax());
        try (var sheet = Sheet.open(file, charset, config.columnsMax())) {
            return QuarkusTransaction.requiringNew()
                    .timeout(READING_SECONDS)
                    .call(() -> kept(me, begun(me, space, kind, SafeText.line(fileName, 200), sheet), sheet));
        }
    }

    private void requireSize(Path file) {
        long most = config.fileMax().asLongValue();
        try {
            if (Files.size(file) > most) throw Refused.tooLarge("import-file-too-large", most / (1024 * 1024));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ImportView begun(SignedIn me, UUID space, ImportKind kind, String fileName, Sheet sheet) {
        var now = clock.instant();
        var own = fields.of(space, kind.ofContacts() ? FieldSubject.CONTACT : FieldSubject.COMPANY);
        return new ImportView(
                Ids.next(),
                space,
                kind,
                ImportState.READ,
                fileName,
                sheet.charset().name(),
                String.valueOf(sheet.delimiter()),
                sheet.headers(),
                Mapping.guess(kind, sheet.headers(), own),
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
    }

    private ImportView kept(SignedIn me, ImportView run, Sheet sheet) {
        imports.add(run, me.member());
        int rows = 0;
        for (var next = sheet.next(config.batch()); !next.isEmpty(); next = sheet.next(config.batch())) {
            imports.addChunk(run.id(), rows + 1, next);
            rows += next.size();
            if (rows > config.rowsMax()) throw Refused.invalid("import-rows-too-many", config.rowsMax());
        }
        if (rows == 0) throw Refused.invalid("import-empty");
        imports.rows(run.id(), rows, run.createdAt());
        return imports.find(run.id()).orElseThrow();
    }
}
