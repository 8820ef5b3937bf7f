package app.lienzo.conversations;

import app.lienzo.jobs.Chore;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/// Files that were uploaded for a message that was never sent are forgotten.
@ApplicationScoped
class ForgetUnsentFiles implements Chore {
    private final TenantSql sql;
    private final Clock clock;
    private final ConversationConfig config;

    ForgetUnsentFiles(TenantSql sql, Clock clock, ConversationConfig config) {
        this.sql = sql;
        this.clock = clock;
        this.config = config;
    }

    @Override
    public String name() {
        return "forget-unsent-files";
    }

    @Override
    public void run() {
        sql.update("""
                delete from lienzo.file f using lienzo.attachment a
                where a.tenant_id = f.tenant_id and a.file_id = f.id and a.message_id is null and a.created_at < ?
                """, clock.instant().minus(config.attachmentWaits()));
    }
}
