package app.lienzo.tickets.web;

import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.spaces.SpaceService;
import app.lienzo.spaces.SpaceView;
import app.lienzo.tickets.EntryKind;
import app.lienzo.tickets.EntryService;
import app.lienzo.tickets.EntryView;
import app.lienzo.tickets.TicketDraft;
import app.lienzo.tickets.TicketDraftService;
import app.lienzo.tickets.TicketService;
import app.lienzo.tickets.TicketView;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Lays out a ticket for a member who may see it.
@ApplicationScoped
class TicketDesks {
    private static final int PAGE = 100;

    private final TicketService tickets;
    private final EntryService entries;
    private final TicketDraftService drafts;
    private final SpaceService spaces;
    private final FactSheets facts;
    private final TicketLanguage language;

    TicketDesks(
            TicketService tickets,
            EntryService entries,
            TicketDraftService drafts,
            SpaceService spaces,
            FactSheets facts,
            TicketLanguage language) {
        this.tickets = tickets;
        this.entries = entries;
        this.drafts = drafts;
        this.spaces = spaces;
        this.facts = facts;
        this.language = language;
    }

    /// The ticket behind an address: an id, or a space's slug and a number, `support-12`.
    ///
    /// @throws Refused not found
    TicketView find(SignedIn me, String address) {
        var id = Ids.read(address);
        if (id.isPresent()) return tickets.require(me, id.get());
        int dash = address.lastIndexOf('-');
        var digits = address.substring(dash + 1);
        if (dash < 1 || !digits.matches("[0-9]{1,15}")) throw Refused.notFound();
        var space = spaces.named(address.substring(0, dash)).orElseThrow(Refused::notFound);
        return tickets.byNumber(me, space.id(), Long.parseLong(digits));
    }

    /// The address that people share.
    String path(TicketView ticket) {
        return facts.path(ticket);
    }

    TicketDesk read(SignedIn me, TicketView ticket, @Nullable UUID undo) {
        return read(me, ticket, undo, composer(me, ticket));
    }

    /// With what the member sent and could not be sent still in its field.
    TicketDesk refused(SignedIn me, TicketView ticket, TicketDesk.Composer composer) {
        return read(me, ticket, null, composer);
    }

    /// How many public lines came after one.
    int sharedAfter(SignedIn me, UUID ticket, int seq) {
        return Math.toIntExact(entries.after(me, ticket, seq, PAGE).stream()
                .filter(entry -> entry.kind().shared())
                .count());
    }

    List<Line> after(SignedIn me, TicketView ticket, int seq) {
        return lines(me, ticket, entries.after(me, ticket.id(), seq, PAGE));
    }

    /// A stretch of what was said and done.
    ///
    /// @param older whether there is more before it
    record Stretch(TicketView ticket, List<Line> lines, boolean older) {
        public int first() {
            return lines.isEmpty() ? 0 : lines.getFirst().entry().seq();
        }
    }

    Stretch before(SignedIn me, TicketView ticket, @Nullable Integer seq) {
        var page = entries.before(me, ticket.id(), seq, PAGE);
        return new Stretch(ticket, lines(me, ticket, page), page.size() == PAGE);
    }

    private TicketDesk read(SignedIn me, TicketView ticket, @Nullable UUID undo, TicketDesk.Composer composer) {
        var stretch = before(me, ticket, null);
        var sheet = facts.read(me, ticket, undo, "");
        return new TicketDesk(
                ticket,
                sheet.path(),
                spaceName(me, ticket),
                sheet.requester(),
                stretch.lines(),
                stretch.older(),
                sheet.writable(),
                sheet,
                composer);
    }

    private TicketDesk.Composer composer(SignedIn me, TicketView ticket) {
        var reply = drafts.find(me, ticket.id(), EntryKind.REPLY);
        var note = drafts.find(me, ticket.id(), EntryKind.NOTE);
        int seen = reply.map(TicketDraft::seen).orElse(ticket.lastSeq());
        boolean noting = reply.isEmpty() && note.isPresent();
        return new TicketDesk.Composer(
                        noting ? "NOTE" : "REPLY",
                        reply.map(TicketDraft::text).orElse(""),
                        note.map(TicketDraft::text).orElse(""),
                        seen,
                        0,
                        tickets.textMax(),
                        "")
                .guarded(reply.isEmpty() ? 0 : sharedAfter(me, ticket.id(), seen));
    }

    private List<Line> lines(SignedIn me, TicketView ticket, List<EntryView> page) {
        return page.stream().map(entry -> line(me, ticket, entry)).toList();
    }

    private Line line(SignedIn me, TicketView ticket, EntryView entry) {
        var change = entry.change();
        var author = entry.author().isEmpty() ? facts.requester(ticket) : entry.author();
        return new Line(
                entry,
                author,
                me.member().equals(entry.authorId()),
                change == null ? "" : language.what(change),
                change == null ? "" : language.value(change, change.from()),
                change == null ? "" : language.value(change, change.to()),
                entry.files().stream().map(Line.Chip::of).toList());
    }

    private String spaceName(SignedIn me, TicketView ticket) {
        return spaces.of(me).stream()
                .filter(space -> space.id().equals(ticket.space()))
                .map(SpaceView::name)
                .findFirst()
                .orElse("");
    }
}
