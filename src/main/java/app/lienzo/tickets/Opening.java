package app.lienzo.tickets;

import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.Secrets;
import app.lienzo.kernel.Tags;
import app.lienzo.live.EventLog;
import app.lienzo.tenancy.DatabaseFailed;
import app.lienzo.tenancy.TenantSql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Opens tickets. Whether somebody may was decided before.
@ApplicationScoped
class Opening {
    private final TicketWriter writer;
    private final Tickets tickets;
    private final Requesters requesters;
    private final TicketFiles files;
    private final Team team;
    private final TicketRows rows;
    private final TicketFields fields;
    private final TenantSql sql;
    private final EventLog log;
    private final Event<Object> events;
    private final Clock clock;
    private final TicketConfig config;

    Opening(
            TicketWriter writer,
            Tickets tickets,
            Requesters requesters,
            TicketFiles files,
            Team team,
            TicketRows rows,
            TicketFields fields,
            TenantSql sql,
            EventLog log,
            Event<Object> events,
            Clock clock,
            TicketConfig config) {
        this.writer = writer;
        this.tickets = tickets;
        this.requesters = requesters;
        this.files = files;
        this.team = team;
        this.rows = rows;
        this.fields = fields;
        this.sql = sql;
        this.log = log;
        this.events = events;
        this.clock = clock;
        this.config = config;
    }

    /// What became of it.
    ///
    /// @param made false when it had been opened before under the same key
    record Opened(TicketView ticket, boolean made) {}

    /// @param member who brought the files; null when the requester did
    Opened open(NewTicket wish, TicketWriter.Author author, @Nullable UUID member) {
        var checked = checked(wish);
        var draft = draft(checked, author);
        try {
            var ticket = QuarkusTransaction.joiningExisting().call(() -> write(draft, member));
            log.grew();
            return new Opened(ticket, true);
        } catch (DatabaseFailed failed) {
            if (!failed.duplicate() || draft.key().source() == null) throw failed;
            return new Opened(earlier(draft.key()).orElseThrow(() -> failed), false);
        }
    }

    private TicketView write(TicketWriter.Draft draft, @Nullable UUID member) {
        var ticket = writer.open(draft).orElseGet(() -> withRequester(draft));
        if (!draft.wish().files().isEmpty()) {
            files.attach(
                    draft.wish().files(), draft.description().id(), member, member == null ? ticket.requester() : null);
        }
        var conversation = draft.wish().conversation();
        if (conversation != null) {
            sql.update("""
                    insert into lienzo.ticket_conversation (tenant_id, ticket_id, conversation_id)
                    values (current_setting('lienzo.tenant'), ?, ?)
                    """, ticket.id(), conversation);
        }
        events.fire(new TicketOpened(ticket.id(), ticket.space()));
        if (ticket.acceptedAt() != null) events.fire(new TicketAccepted(ticket.id(), ticket.acceptedAt()));
        return ticket;
    }

    /// The one case that takes a second look: nobody has the address yet, or something is not his.
    private TicketView withRequester(TicketWriter.Draft draft) {
        var wish = draft.wish();
        var contact = wish.requester().contact();
        if (contact == null) {
            contact = requesters.keep(wish.space(), wish.requester(), wish.source());
        } else if (requesters.find(wish.space(), contact).isEmpty()) {
            throw Refused.invalid("requester-unknown");
        }
        return writer.open(draft.of(contact)).orElseThrow(() -> Refused.invalid("company-not-his"));
    }

    private NewTicket checked(NewTicket wish) {
        if (wish.files().size() > config.filesMax()) throw Refused.invalid("attachments-too-many", config.filesMax());
        if (wish.assignee() != null && team.find(wish.space(), wish.assignee()).isEmpty()) {
            throw Refused.invalid("member-unknown");
        }
        return wish;
    }

    private TicketWriter.Draft draft(NewTicket wish, TicketWriter.Author author) {
        var subject = TicketTexts.subject(wish.subject(), config.subjectMax());
        var body = wish.description().kept(config.textMax());
        var tags = Tags.read(wish.tags());
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var requester = Requesters.checked(wish.requester());
        var row = new TicketWriter.Row(
                Ids.next(),
                EntryKind.DESCRIPTION,
                author,
                body,
                TicketWriter.Key.NONE,
                wish.files().size(),
                now);
        var key = wish.key() == null
                ? TicketWriter.Key.NONE
                : new TicketWriter.Key(
                        TicketTexts.key(wish.key()),
                        Secrets.hash(requester + subject + body + wish.type() + wish.space()));
        return new TicketWriter.Draft(Ids.next(), wish, subject, tags, rows.written(fields.opening(wish)), key, row)
                .of(requester);
    }

    private Optional<TicketView> earlier(TicketWriter.Key key) {
        var ticket = tickets.byKey(Objects.requireNonNull(key.source()));
        if (ticket.isEmpty()) return ticket;
        var hash = sql.first(
                "select key_hash from lienzo.ticket where id = ?",
                row -> row.getBytes(1),
                ticket.get().id());
        if (!Arrays.equals(hash.orElse(null), key.hash())) throw Refused.invalid("ticket-key-reused");
        return ticket;
    }
}
