package app.lienzo.tickets;

import app.lienzo.files.FileService;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.RichText;
import app.lienzo.kernel.SafeText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Opens a ticket with the words of a line of another one. No customer reads in it what he could not
/// read there.
@ApplicationScoped
class Splitting {
    private static final int SUBJECT_MAX = 80;

    private final Opening opening;
    private final Replying replying;
    private final Requesters requesters;
    private final TicketFiles attachments;
    private final FileService files;

    Splitting(Opening opening, Replying replying, Requesters requesters, TicketFiles attachments, FileService files) {
        this.opening = opening;
        this.replying = replying;
        this.requesters = requesters;
        this.attachments = attachments;
        this.files = files;
    }

    /// For whoever said it, or the ticket's requester when the team did; a note stays a note.
    TicketView open(SignedIn me, TicketView ticket, EntryView entry) {
        boolean note = entry.kind() == EntryKind.NOTE;
        var copies = copies(me, entry);
        var author = byContact(entry)
                ? new TicketWriter.Author(EntryBy.CONTACT, null, "")
                : new TicketWriter.Author(EntryBy.MEMBER, entry.authorId(), entry.author());
        var wish = wish(ticket, entry, note ? List.of() : copies);
        var made = opening.open(wish, author, me.member()).ticket();
        if (note) {
            var kept = new NewEntry(Written.html(entry.body()), null, null, null, copies);
            replying.note(made, kept, TicketService.author(me), "");
        }
        return made;
    }

    private NewTicket wish(TicketView ticket, EntryView entry, List<UUID> brought) {
        boolean note = entry.kind() == EntryKind.NOTE;
        var author = entry.authorId();
        var requester = byContact(entry) && author != null ? author : ticket.requester();
        return new NewTicket(
                ticket.space(),
                Requester.of(requester),
                note && !byContact(entry) ? ticket.subject() : subject(ticket, entry),
                note ? Written.NOTHING : Written.html(entry.body()),
                ticket.type(),
                ticket.priority(),
                ticket.source(),
                company(ticket, requester, note && byContact(entry)),
                null,
                ticket.tags(),
                Map.of(),
                brought,
                null,
                null);
    }

    /// The ticket's, if it is one of his: the main contacts of another one have not read the line.
    ///
    /// @param hidden whether his own words became a note, because the ticket's other readers are not to
    ///     read them
    private TicketChange.To company(TicketView ticket, UUID requester, boolean hidden) {
        var company = ticket.company();
        boolean his = company != null && requesters.company(requester, company).isPresent();
        return his && !hidden ? new TicketChange.To(company) : TicketChange.To.NOBODY;
    }

    private List<UUID> copies(SignedIn me, EntryView entry) {
        var copies = new ArrayList<UUID>();
        for (var file : entry.files()) {
            var copy = files.store(file.name(), files.content(file.id()));
            attachments.uploaded(copy.id(), me.member(), null);
            copies.add(copy.id());
        }
        return copies;
    }

    private static boolean byContact(EntryView entry) {
        return entry.by() == EntryBy.CONTACT && entry.authorId() != null;
    }

    private static String subject(TicketView ticket, EntryView entry) {
        var first = RichText.plain(entry.body()).lines().findFirst().orElse("");
        return first.isBlank() ? ticket.subject() : SafeText.line(first, SUBJECT_MAX);
    }
}
