package app.lienzo.conversations;

import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Files on their way into messages, and in them.
@ApplicationScoped
class Attachments {
    private final TenantSql sql;
    private final Clock clock;

    Attachments(TenantSql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// Remembers who brought a file: nobody else can put it into a message.
    void uploaded(UUID file, @Nullable UUID visitor, @Nullable UUID member) {
        sql.update("""
                insert into lienzo.attachment (tenant_id, file_id, visitor_id, member_id, created_at)
                values (current_setting('lienzo.tenant'), ?, ?::uuid, ?::uuid, ?)
                """, file, visitor, member, clock.instant());
    }

    /// Puts files into a message, all or none.
    ///
    /// @throws Refused `attachment-unknown` when one is not there, not theirs, or in a message already
    void attach(List<UUID> files, UUID conversation, UUID message, @Nullable UUID visitor, @Nullable UUID member) {
        int position = 0;
        for (var file : files) {
            int attached = sql.update("""
                    update lienzo.attachment set conversation_id = ?, message_id = ?, position = ?
                    where file_id = ? and message_id is null and (visitor_id = ?::uuid or member_id = ?::uuid)
                    """, conversation, message, position++, file, visitor, member);
            if (attached == 0) throw Refused.invalid("attachment-unknown");
        }
    }

    /// The conversation whose message holds a file, and whether its customer may see that message.
    record Holder(UUID conversation, boolean shared) {}

    java.util.Optional<Holder> holder(UUID file) {
        return sql.first("""
                select m.conversation_id, m.kind in ('INBOUND', 'REPLY') from lienzo.attachment a
                join lienzo.message m on m.tenant_id = a.tenant_id and m.id = a.message_id where a.file_id = ?
                """, row -> new Holder(row.getObject(1, UUID.class), row.getBoolean(2)), file);
    }
}
