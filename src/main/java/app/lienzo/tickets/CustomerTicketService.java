package app.lienzo.tickets;

import app.lienzo.contacts.ContactService;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import app.lienzo.spaces.SpaceService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The door to tickets for customers. Who asks is a contact that was proved before; what he may see is
/// decided here: his
/// own tickets, and those of companies where he was made main contact. Notes, changes and other
/// customers never get out.
@ApplicationScoped
public class CustomerTicketService {
    public static final int PAGE_MAX = 100;
    private static final int KEY_MAX = 100;

    private final CustomerTickets tickets;
    private final Tickets all;
    private final Entries entries;
    private final Opening opening;
    private final Replying replying;
    private final Changing changing;
    private final ContactService contacts;
    private final SpaceService spaces;

    CustomerTicketService(
            CustomerTickets tickets,
            Tickets all,
            Entries entries,
            Opening opening,
            Replying replying,
            Changing changing,
            ContactService contacts,
            SpaceService spaces) {
        this.tickets = tickets;
        this.all = all;
        this.entries = entries;
        this.opening = opening;
        this.replying = replying;
        this.changing = changing;
        this.contacts = contacts;
        this.spaces = spaces;
    }

    /// The last changed first.
    ///
    /// @param company with those of others in companies whose main contact he is
    /// @param text words of the subject, or a number; empty for all
    /// @param after where the page before ended; null for the first
    public List<CustomerTicketView> list(
            UUID contact, boolean company, String text, TicketQuery.@Nullable Place after, int limit) {
        if (limit < 1 || limit > PAGE_MAX) throw Refused.invalid("limit-invalid", PAGE_MAX);
        return tickets.list(contact, company, text, after, limit).stream()
                .map(ticket -> CustomerTicketView.of(ticket, contact, null))
                .toList();
    }

    /// Where the page behind such a list begins.
    public static TicketQuery.Place place(CustomerTicketView last) {
        return new TicketQuery.Place(last.changedAt(), last.id());
    }

    /// Nothing for one that is not there and for one that is not for him.
    public Optional<CustomerTicketView> find(UUID contact, long number) {
        return tickets.find(contact, number).map(ticket -> view(contact, ticket));
    }

    /// What both sides said, after a place, oldest first.
    ///
    /// @throws Refused not found
    public List<EntryView> entries(UUID contact, long number, int after, int limit) {
        return entries.shared(require(contact, number).id(), after, limit);
    }

    /// The last that both sides said before a place, oldest first.
    ///
    /// @param before a place, or null for the end
    /// @throws Refused not found
    public List<EntryView> entriesBefore(UUID contact, long number, @Nullable Integer before, int limit) {
        return entries.sharedBefore(require(contact, number).id(), before == null ? Integer.MAX_VALUE : before, limit);
    }

    /// A line that both sides see, to be told to who asked for the ticket; nobody's rights are asked.
    public Optional<SharedLine> line(UUID ticket, int seq) {
        return all.find(ticket)
                .flatMap(found -> entries.at(ticket, seq)
                        .filter(entry -> entry.kind().shared())
                        .map(entry -> new SharedLine(
                                found.space(), found.number(), found.subject(), found.requester(), entry)));
    }

    /// @throws Refused as [TicketService#open]
    public CustomerTicketView open(UUID contact, NewRequest request) {
        var person = contacts.find(contact).orElseThrow(Refused::notFound);
        spaces.requireInUse(person.space());
        var wish = new NewTicket(
                person.space(),
                Requester.of(contact),
                request.subject(),
                request.description(),
                request.type(),
                request.priority(),
                TicketSource.PORTAL,
                request.company() == null ? null : new TicketChange.To(request.company()),
                null,
                List.of(),
                request.fields(),
                request.files(),
                null,
                request.key() == null ? null : contact + ":" + SafeText.line(request.key(), KEY_MAX));
        var opened = opening.open(wish, new TicketWriter.Author(EntryBy.CONTACT, null, ""), null);
        return view(contact, opened.ticket());
    }

    /// Writes to the team; what was solved or waited for him is open again.
    ///
    /// @throws Refused not found, `ticket-closed`, `ticket-merged`, and what [TicketService#reply]
    ///     refuses of texts and
    ///     files
    public EntryView reply(UUID contact, long number, NewEntry entry) {
        var ticket = require(contact, number);
        var said = new NewEntry(entry.text(), null, null, entry.key(), entry.files());
        return replying.reply(ticket, said, author(contact), contact + ":");
    }

    /// He needs nothing more.
    ///
    /// @throws Refused not found, `ticket-closed`
    @Transactional
    public CustomerTicketView solve(UUID contact, long number) {
        return moved(contact, number, TicketCategory.SOLVED);
    }

    /// It was not done after all.
    ///
    /// @throws Refused not found, `ticket-closed`
    @Transactional
    public CustomerTicketView reopen(UUID contact, long number) {
        return moved(contact, number, TicketCategory.OPEN);
    }

    private CustomerTicketView moved(UUID contact, long number, TicketCategory to) {
        var found = require(contact, number);
        spaces.requireInUse(found.space());
        var before = all.locked(found.id()).orElseThrow(Refused::notFound);
        if (before.closed()) throw Refused.conflict("ticket-closed");
        boolean solved = before.category() == TicketCategory.SOLVED;
        if (solved != (to == TicketCategory.SOLVED)) {
            var ticket = changing.begin(before);
            changing.move(ticket, StateChoice.of(to));
            changing.keep(ticket, author(contact));
        }
        return view(contact, require(contact, number));
    }

    private TicketView require(UUID contact, long number) {
        return tickets.find(contact, number).orElseThrow(Refused::notFound);
    }

    private CustomerTicketView view(UUID contact, TicketView ticket) {
        var into = ticket.mergedInto();
        if (into == null || !tickets.sees(contact, into)) return CustomerTicketView.of(ticket, contact, null);
        return CustomerTicketView.of(
                ticket, contact, all.find(into).map(TicketView::number).orElse(null));
    }

    private TicketWriter.Author author(UUID contact) {
        var name = contacts.find(contact).orElseThrow(Refused::notFound).name();
        return new TicketWriter.Author(EntryBy.CONTACT, contact, name);
    }
}
