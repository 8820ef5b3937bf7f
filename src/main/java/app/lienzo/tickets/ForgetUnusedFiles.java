package app.lienzo.tickets;

import app.lienzo.jobs.Chore;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/// Files that were brought for an entry that was never written are forgotten, and old ways back.
@ApplicationScoped
class ForgetUnusedFiles implements Chore {
    private final Undoing undoing;
    private final TenantSql sql;
    private final Clock clock;
    private final TicketConfig config;

    ForgetUnusedFiles(Undoing undoing, TenantSql sql, Clock clock, TicketConfig config) {
        this.undoing = undoing;
        this.sql = sql;
        this.clock = clock;
        this.config = config;
    }

    @Override
    public String name() {
        return "forget-unused-ticket-files";
    }

    @Override
    public void run() {
        undoing.forgetOld();
        sql.update("""
                delete from lienzo.file f using lienzo.ticket_file a
                where a.tenant_id = f.tenant_id and a.file_id = f.id and a.entry_id is null and a.created_at < ?
                """, clock.instant().minus(config.fileWaits()));
    }
}
