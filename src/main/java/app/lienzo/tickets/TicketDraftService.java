package app.lienzo.tickets;

import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/// The door to drafts: what a member began to write, kept on the server, per ticket and kind, on every
/// device of his.
@ApplicationScoped
public class TicketDraftService {
    private final Tickets tickets;
    private final TenantSql sql;
    private final Clock clock;
    private final TicketConfig config;

    TicketDraftService(Tickets tickets, TenantSql sql, Clock clock, TicketConfig config) {
        this.tickets = tickets;
        this.sql = sql;
        this.clock = clock;
        this.config = config;
    }

    public Optional<TicketDraft> find(SignedIn me, UUID ticket, EntryKind kind) {
        return sql.first(
                "select body, seen from lienzo.ticket_draft where member_id = ? and ticket_id = ? and kind = ?",
                row -> new TicketDraft(row.getString(1), row.getInt(2)),
                me.member(),
                ticket,
                kind);
    }

    /// Keeps a draft; an empty one is forgotten. What its writer had seen when he began stays.
    ///
    /// @param kind a reply or a note
    /// @throws Refused not found
    public void keep(SignedIn me, UUID ticket, EntryKind kind, String text, int seen) {
        if (tickets.visible(me, ticket).isEmpty()) throw Refused.notFound();
        if (text.isBlank()) {
            forget(me, ticket, kind);
            return;
        }
        sql.update(
                """
                insert into lienzo.ticket_draft (tenant_id, member_id, ticket_id, kind, body, seen, changed_at)
                values (current_setting('lienzo.tenant'), ?, ?, ?, ?, ?, ?)
                on conflict (tenant_id, member_id, ticket_id, kind)
                do update set body = excluded.body, changed_at = excluded.changed_at
                """,
                me.member(),
                ticket,
                kind,
                SafeText.cut(text.replace("\u0000", ""), config.textMax()),
                seen,
                clock.instant());
    }

    public void forget(SignedIn me, UUID ticket, EntryKind kind) {
        sql.update(
                "delete from lienzo.ticket_draft where member_id = ? and ticket_id = ? and kind = ?",
                me.member(),
                ticket,
                kind);
    }
}
