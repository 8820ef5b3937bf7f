package app.lienzo.tickets;

import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.Secrets;
import app.lienzo.live.EventLog;
import app.lienzo.spaces.SpaceService;
import app.lienzo.tenancy.DatabaseFailed;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Adds what people say to a ticket they may see, from either side.
@ApplicationScoped
class Replying {

    private final TicketWriter writer;
    private final Tickets tickets;
    private final Entries entries;
    private final TicketFiles files;
    private final Changing changing;
    private final SpaceService spaces;
    private final EventLog log;
    private final Event<Object> events;
    private final Clock clock;
    private final TicketConfig config;

    Replying(
            TicketWriter writer,
            Tickets tickets,
            Entries entries,
            TicketFiles files,
            Changing changing,
            SpaceService spaces,
            EventLog log,
            Event<Object> events,
            Clock clock,
            TicketConfig config) {
        this.writer = writer;
        this.tickets = tickets;
        this.entries = entries;
        this.files = files;
        this.changing = changing;
        this.spaces = spaces;
        this.log = log;
        this.events = events;
        this.clock = clock;
        this.config = config;
    }

    /// @param keys what the writer's keys begin with, so that nobody meets another one's
    EntryView reply(TicketView ticket, NewEntry entry, TicketWriter.Author author, String keys) {
        spaces.requireInUse(ticket.space());
        var row = row(EntryKind.REPLY, entry, author, keys);
        return written(ticket, row, () -> {
            int seen = entry.seen() == null ? Integer.MAX_VALUE : entry.seen();
            var place = writer.reply(ticket.id(), seen, row).orElseThrow(() -> whyNot(ticket.id()));
            attach(entry, row);
            boolean byContact = author.by() == EntryBy.CONTACT;
            events.fire(new TicketReplied(ticket.id(), place.seq(), byContact, row.at()));
            if (place.accepted()) events.fire(new TicketAccepted(ticket.id(), row.at()));
            move(ticket.id(), author, entry.state() == null ? byItself(place.category(), byContact) : entry.state());
            return place.seq();
        });
    }

    EntryView note(TicketView ticket, NewEntry entry, TicketWriter.Author author, String keys) {
        spaces.requireInUse(ticket.space());
        var row = row(EntryKind.NOTE, entry, author, keys);
        return written(ticket, row, () -> {
            var place = writer.note(ticket.id(), row).orElseThrow(() -> whyNot(ticket.id()));
            attach(entry, row);
            move(ticket.id(), author, entry.state());
            return place.seq();
        });
    }

    /// What an answer means for whoever says nothing about it: the team has begun, or the customer is
    /// not waited for any more.
    private static @Nullable StateChoice byItself(TicketCategory now, boolean byContact) {
        return switch (now) {
            case NEW -> byContact ? null : StateChoice.of(TicketCategory.OPEN);
            case WAITING, ON_HOLD, SOLVED -> byContact ? StateChoice.of(TicketCategory.OPEN) : null;
            case OPEN, CLOSED -> null;
        };
    }

    private void move(UUID id, TicketWriter.Author author, @Nullable StateChoice state) {
        if (state == null) return;
        var ticket = changing.begin(tickets.locked(id).orElseThrow(Refused::notFound));
        changing.move(ticket, state);
        changing.keep(ticket, author);
    }

    private interface Work {
        int run();
    }

    private EntryView written(TicketView ticket, TicketWriter.Row row, Work work) {
        try {
            int seq = QuarkusTransaction.joiningExisting().call(work::run);
            log.grew();
            return entries.at(ticket.id(), seq).orElseThrow(Refused::notFound);
        } catch (DatabaseFailed failed) {
            var source = row.key().source();
            if (!failed.duplicate() || source == null) throw failed;
            return earlier(ticket.id(), source, row);
        }
    }

    private EntryView earlier(UUID ticket, String source, TicketWriter.Row row) {
        var entry = entries.bySource(ticket, source).orElseThrow(Refused::notFound);
        if (!Arrays.equals(entries.hashOf(entry.id()), row.key().hash())) throw Refused.invalid("ticket-key-reused");
        return entry;
    }

    private void attach(NewEntry entry, TicketWriter.Row row) {
        if (entry.files().isEmpty()) return;
        var author = row.author();
        files.attach(
                entry.files(),
                row.id(),
                author.by() == EntryBy.MEMBER ? author.id() : null,
                author.by() == EntryBy.CONTACT ? author.id() : null);
    }

    /// Why a word went nowhere.
    private Refused whyNot(UUID id) {
        var ticket = tickets.find(id).orElseThrow(Refused::notFound);
        if (ticket.mergedInto() != null) return Refused.conflict("ticket-merged");
        return ticket.closed() ? Refused.conflict("ticket-closed") : Refused.conflict("ticket-newer");
    }

    private TicketWriter.Row row(EntryKind kind, NewEntry entry, TicketWriter.Author author, String keys) {
        if (entry.files().size() > config.filesMax()) throw Refused.invalid("attachments-too-many", config.filesMax());
        var body = entry.text().kept(config.textMax());
        if (body.isEmpty() && entry.files().isEmpty()) throw Refused.invalid("ticket-text-missing");
        var key = entry.key() == null
                ? TicketWriter.Key.NONE
                : new TicketWriter.Key(
                        TicketTexts.key(keys + entry.key()), Secrets.hash(kind + body + files.print(entry.files())));
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new TicketWriter.Row(
                Ids.next(),
                kind,
                author,
                body,
                Objects.requireNonNull(key),
                entry.files().size(),
                now);
    }
}
