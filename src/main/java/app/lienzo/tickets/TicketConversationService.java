package app.lienzo.tickets;

import app.lienzo.conversations.ConversationService;
import app.lienzo.conversations.ConversationView;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The door to which conversations a ticket came out of, and the other way round.
@ApplicationScoped
public class TicketConversationService {
    private static final int SHOWN_MAX = 20;

    private final Tickets tickets;
    private final ConversationService conversations;
    private final TenantSql sql;

    TicketConversationService(Tickets tickets, ConversationService conversations, TenantSql sql) {
        this.tickets = tickets;
        this.conversations = conversations;
        this.sql = sql;
    }

    /// @param number per space
    /// @param view null for one that the member may not see, as somebody else holds it
    public record Linked(UUID id, long number, @Nullable ConversationView view) {}

    /// Conversations of a ticket, the oldest first.
    ///
    /// @throws Refused not found
    public List<Linked> of(SignedIn me, UUID ticket) {
        if (tickets.visible(me, ticket).isEmpty()) throw Refused.notFound();
        return sql.list(
                """
                select c.id, c.number from lienzo.ticket_conversation l
                join lienzo.conversation c on c.tenant_id = l.tenant_id and c.id = l.conversation_id
                where l.ticket_id = ? order by c.created_at limit ?
                """,
                row -> {
                    var id = Objects.requireNonNull(row.getObject(1, UUID.class));
                    return new Linked(
                            id, row.getLong(2), conversations.visible(me, id).orElse(null));
                },
                ticket,
                SHOWN_MAX);
    }

    /// Tickets of a conversation that the member may see, by number. Whether he may see the
    /// conversation was decided before.
    public List<TicketView> ticketsOf(SignedIn me, UUID conversation) {
        var ids = sql.list(
                "select ticket_id from lienzo.ticket_conversation where conversation_id = ? limit ?",
                row -> row.getObject(1, UUID.class),
                conversation,
                SHOWN_MAX);
        return ids.isEmpty() ? List.of() : tickets.visible(me, ids);
    }
}
