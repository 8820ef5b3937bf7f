package app.lienzo.conversations;

import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/// The door to drafts: what a member began to write, kept on the server, per conversation and kind, on
/// every device of his.
@ApplicationScoped
public class DraftService {
    private final Conversations conversations;
    private final TenantSql sql;
    private final Clock clock;
    private final ConversationConfig config;

    DraftService(Conversations conversations, TenantSql sql, Clock clock, ConversationConfig config) {
        this.conversations = conversations;
        this.sql = sql;
        this.clock = clock;
        this.config = config;
    }

    public Optional<String> find(SignedIn me, UUID conversation, MessageKind kind) {
        return sql.first(
                "select body from lienzo.draft where member_id = ? and conversation_id = ? and kind = ?",
                row -> row.getString(1),
                me.member(),
                conversation,
                kind);
    }

    /// Keeps a draft; an empty one is forgotten.
    public void keep(SignedIn me, UUID conversation, MessageKind kind, String text) {
        if (conversations.visible(me, conversation).isEmpty()) throw Refused.notFound();
        if (text.isBlank()) {
            forget(me, conversation, kind);
            return;
        }
        sql.update(
                """
                insert into lienzo.draft as d (tenant_id, member_id, conversation_id, kind, body, changed_at)
                values (current_setting('lienzo.tenant'), ?, ?, ?, ?, ?)
                on conflict (tenant_id, member_id, conversation_id, kind)
                do update set body = excluded.body, changed_at = excluded.changed_at
                """,
                me.member(),
                conversation,
                kind,
                SafeText.cut(text.replace("\u0000", ""), config.messageMax()),
                clock.instant());
    }

    public void forget(SignedIn me, UUID conversation, MessageKind kind) {
        sql.update(
                "delete from lienzo.draft where member_id = ? and conversation_id = ? and kind = ?",
                me.member(),
                conversation,
                kind);
    }
}
