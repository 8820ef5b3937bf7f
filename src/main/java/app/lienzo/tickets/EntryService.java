package app.lienzo.tickets;

import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The door to what was said and done about a ticket, for the team.
@ApplicationScoped
public class EntryService {
    private final Tickets tickets;
    private final Entries entries;

    EntryService(Tickets tickets, Entries entries) {
        this.tickets = tickets;
        this.entries = entries;
    }

    /// The last lines before a place, oldest first.
    ///
    /// @param before a place, or null for the end
    /// @throws Refused not found, where the member may not see the ticket
    public List<EntryView> before(SignedIn me, UUID ticket, @Nullable Integer before, int limit) {
        requireVisible(me, ticket);
        return entries.before(ticket, before == null ? Integer.MAX_VALUE : before, limit);
    }

    /// What came after a place, oldest first.
    ///
    /// @throws Refused not found, where the member may not see the ticket
    public List<EntryView> after(SignedIn me, UUID ticket, int seq, int limit) {
        requireVisible(me, ticket);
        return entries.after(ticket, seq, limit);
    }

    /// @throws Refused not found, also for a place of another ticket
    public EntryView require(SignedIn me, UUID ticket, int seq) {
        requireVisible(me, ticket);
        return entries.at(ticket, seq).orElseThrow(Refused::notFound);
    }

    private void requireVisible(SignedIn me, UUID ticket) {
        if (tickets.visible(me, ticket).isEmpty()) throw Refused.notFound();
    }
}
