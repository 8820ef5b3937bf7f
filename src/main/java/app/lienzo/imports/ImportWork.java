package app.lienzo.imports;

import app.lienzo.audit.Actor;
import app.lienzo.audit.AuditTrail;
import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.DatabaseFailed;
import app.lienzo.tenancy.TenantSql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.Serial;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jboss.logging.Logger;

/// Goes through the rows of an import, some hundred in a transaction that also writes down how far it is: whenever it
/// dies, whoever takes it up goes on behind the last row that stays. A row that is refused ends its transaction; those
/// before it are taken again without it.
@ApplicationScoped
class ImportWork {
    private static final Logger LOG = Logger.getLogger(ImportWork.class);
    private static final int TRANSACTION_SECONDS = 120;

    private final Imports imports;
    private final RowTaker taker;
    private final DirectoryReader directory;
    private final TenantSql sql;
    private final AuditTrail audit;
    private final Clock clock;
    private final ImportConfig config;

    ImportWork(
            Imports imports,
            RowTaker taker,
            DirectoryReader directory,
            TenantSql sql,
            AuditTrail audit,
            Clock clock,
            ImportConfig config) {
        this.imports = imports;
        this.taker = taker;
        this.directory = directory;
        this.sql = sql;
        this.audit = audit;
        this.clock = clock;
        this.config = config;
    }

    /// What became of some rows.
    private record Taken(int last, int created, int known) {}

    /// Ends a transaction in which a row was refused.
    private static final class RowRefused extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        private final transient Reject reject;

        private RowRefused(Reject reject) {
            super(reject.code(), null, false, false);
            this.reject = reject;
        }
    }

    /// Ends a rehearsal, of which nothing stays.
    private static final class Rehearsed extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        private final transient Taken taken;

        private Rehearsed(Taken taken) {
            super("rehearsed", null, false, false);
            this.taken = taken;
        }
    }

    void goOn(UUID id) {
        var run = imports.find(id).orElse(null);
        if (run == null || !run.state().going()) return;
        if (run.state() == ImportState.FETCHING) {
            fetch(run);
            return;
        }
        var names = new KnownNames();
        int most = config.batch();
        while (true) {
            int now = most;
            try {
                if (!step(id, now, names)) return;
                most = config.batch();
            } catch (RowRefused refused) {
                names.forget();
                int before = before(id, refused.reject.row());
                if (before > 0) most = before;
                else {
                    reject(id, refused.reject);
                    most = config.batch();
                }
            }
        }
    }

    /// Rows between the last one done and this one.
    private int before(UUID id, int row) {
        return imports.find(id).map(run -> row - run.done() - 1).orElse(0);
    }

    /// @return whether there may be more to do
    boolean step(UUID id, int most, KnownNames names) {
        try {
            return transaction(() -> taken(id, most, names));
        } catch (Rehearsed rehearsed) {
            names.forget();
            var taken = rehearsed.taken;
            transaction(() -> {
                imports.worked(id, taken.last(), taken.created(), taken.known(), clock.instant());
                return true;
            });
            return true;
        }
    }

    private boolean taken(UUID id, int most, KnownNames names) {
        var run = imports.locked(id).orElse(null);
        if (run == null || (run.state() != ImportState.CHECKING && run.state() != ImportState.RUNNING)) return false;
        if (run.done() >= run.rows()) {
            end(run);
            return false;
        }
        var rows = rows(run, most);
        sql.planOnce();
        int created = 0;
        for (int i = 0; i < rows.size(); i++) if (take(run, run.done() + 1 + i, rows.get(i), names)) created++;
        var taken = new Taken(run.done() + rows.size(), created, rows.size() - created);
        if (run.state() == ImportState.CHECKING) throw new Rehearsed(taken);
        imports.worked(id, taken.last(), taken.created(), taken.known(), clock.instant());
        return true;
    }

    private List<List<String>> rows(ImportView run, int most) {
        var chunk = imports.chunk(run.id(), run.done() + 1)
                .orElseThrow(() -> new IllegalStateException("Rows of an import are missing: " + run.id()));
        int from = run.done() + 1 - chunk.first();
        int to = Math.min(chunk.rows().size(), from + most);
        if (from >= to) throw new IllegalStateException("Rows of an import are missing: " + run.id());
        return chunk.rows().subList(from, to);
    }

    private boolean take(ImportView run, int row, List<String> cells, KnownNames names) {
        try {
            return taker.take(run, cells, names);
        } catch (Refused refused) {
            throw new RowRefused(new Reject(row, refused.refusal().code(), Arrays.asList(refused.details()), cells));
        } catch (DatabaseFailed failed) {
            if (!failed.unfit() && !failed.duplicate()) throw failed;
            throw new RowRefused(new Reject(row, "import-row-unfit", List.of(), cells));
        }
    }

    private void reject(UUID id, Reject reject) {
        transaction(() -> {
            var run = imports.locked(id).orElse(null);
            if (run != null && run.state().going() && run.done() == reject.row() - 1)
                imports.reject(id, reject, clock.instant());
            return true;
        });
    }

    private void end(ImportView run) {
        var state = run.state() == ImportState.CHECKING ? ImportState.CHECKED : ImportState.DONE;
        imports.turn(run.id(), state, null, clock.instant());
        if (state == ImportState.DONE) audit.record(Actor.SYSTEM, "import-finished", "import", run.id());
    }

    private void fetch(ImportView run) {
        try {
            directory.read(run);
        } catch (Refused refused) {
            LOG.infof("A directory could not be read: %s", refused.getMessage());
            transaction(() -> {
                imports.turn(run.id(), ImportState.FAILED, refused.refusal().code(), clock.instant());
                return true;
            });
        }
    }

    private static boolean transaction(Callable<Boolean> work) {
        return QuarkusTransaction.requiringNew().timeout(TRANSACTION_SECONDS).call(work);
    }
}
