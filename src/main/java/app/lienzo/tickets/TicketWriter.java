package app.lienzo.tickets;

import app.lienzo.kernel.Ids;
import app.lienzo.kernel.RichText;
import app.lienzo.kernel.SafeText;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The busy statements: a ticket or an entry, its number or place, what that means for the ticket, and
/// the event row, in
/// one statement each and so in one round trip.
@ApplicationScoped
class TicketWriter {
    private static final int PREVIEW_MAX = 160;

    /// Whom the ticket is for, as `k`. Takes: whether no company is wanted, company (three times), space, id
    /// or space and address.
    private static final String REQUESTER = """
            with k as (
                select c.tenant_id, c.space_id, c.id, c.name, c.email, case when not ? then coalesce(?::uuid, (
                    select o.company_id from lienzo.contact_company o
                    join lienzo.company y on y.tenant_id = o.tenant_id and y.id = o.company_id and y.removed_at is null
                    where o.tenant_id = c.tenant_id and o.contact_id = c.id and o.first)) end as company_id
                from lienzo.contact c
                where c.removed_at is null and (?::uuid is null or exists (
                    select 1 from lienzo.contact_company o
                    join lienzo.company y on y.tenant_id = o.tenant_id and y.id = o.company_id and y.removed_at is null
                    where o.tenant_id = c.tenant_id and o.contact_id = c.id and o.company_id = ?))
                  and c.space_id = ? and c.id =
            """;

    private static final String BY_ID = REQUESTER + " ?), ";
    private static final String BY_ADDRESS =
            REQUESTER + " (select e.contact_id from lienzo.contact_email e where e.space_id = ? and e.address = ?)), ";

    /// The number is taken here and not before, so that a busy space waits for one commit at a time and
    /// for nothing else.
    private static final String OPEN = """
            n as (
                insert into lienzo.ticket_number as l (tenant_id, space_id, last) select k.tenant_id, k.space_id, 1 from k
                on conflict (tenant_id, space_id) do update set last = l.last + 1 returning last
            ), t as (
                insert into lienzo.ticket (tenant_id, id, space_id, number, subject, type, priority, category, state_id,
                    requester_id, company_id, assignee_id, source, tags, fields, created_at, changed_at, accepted_at, last_seq,
                    last_by_contact, last_by_team, preview, key, key_hash)
                select k.tenant_id, ?, k.space_id, n.last, ?, ?, ?, g.name, (
                        select id from lienzo.ticket_state
                        where space_id = k.space_id and category = g.name and first and removed_at is null),
                    k.id, k.company_id, ?::uuid, ?, ?::text[], ?::jsonb, ?, ?, ?::timestamptz, 1, ?, ?, ?, ?::text, ?::bytea
                from k, n, (values (?::text)) g(name) returning *
            ), e as (
                insert into lienzo.ticket_entry (tenant_id, ticket_id, seq, id, kind, by, author_id, author, body, attachments, at)
                select t.tenant_id, t.id, 1, ?, 'DESCRIPTION', b.name, case b.name when 'CONTACT' then k.id else ?::uuid end,
                    case b.name when 'CONTACT' then k.name else ? end, ?, ?, t.created_at
                from t, k, (values (?::text)) b(name) returning id, author_id
            )
            select
            """ + TicketRows.COLUMNS + """
            , lienzo.emit_event(t.tenant_id, 'ticket-new', t.space_id, t.id, null, jsonb_build_object(
                    'number', t.number, 'seq', 1, 'authorId', e.author_id, 'assignee', t.assignee_id)),
                case when exists (
                    select 1 from lienzo.contact_company o
                    where o.tenant_id = t.tenant_id and o.company_id = t.company_id and o.sees_all)
                then lienzo.emit_event(t.tenant_id, 'ticket-of-company', t.space_id, t.company_id, null,
                    jsonb_build_object('seq', 1)) end
            from e, t join k on k.id = t.requester_id
            """ + TicketRows.AROUND;

    /// From a ticket `t` to its new entry and event. Takes: id, kind, by, author id, author, body,
    /// source, hash, files, at.
    private static final String ENTRY = """
            , e as (
                insert into lienzo.ticket_entry (tenant_id, ticket_id, seq, id, kind, by, author_id, author, body, source,
                                                 source_hash, attachments, at)
                select t.tenant_id, t.id, t.last_seq, ?, ?, ?, ?::uuid, ?, ?, ?::text, ?::bytea, ?, ? from t returning *
            )
            select t.last_seq, t.category, t.accepted, lienzo.emit_event(
                t.tenant_id, case e.kind when 'NOTE' then 'ticket-note' else 'ticket-reply' end, t.space_id, t.id, null,
                jsonb_build_object('seq', e.seq, 'by', e.by, 'authorId', e.author_id, 'assignee', t.assignee_id))
            from t, e
            """;

    private final TicketRows rows;
    private final TenantSql sql;

    TicketWriter(TicketRows rows, TenantSql sql) {
        this.rows = rows;
        this.sql = sql;
    }

    record Author(EntryBy by, @Nullable UUID id, String name) {
        static final Author SYSTEM = new Author(EntryBy.SYSTEM, null, "");
    }

    record Key(@Nullable String source, byte @Nullable [] hash) {
        static final Key NONE = new Key(null, null);
    }

    /// The values of an entry's row.
    ///
    /// @param body sanitised HTML
    record Row(UUID id, EntryKind kind, Author author, String body, Key key, int files, Instant at) {
        String preview() {
            return SafeText.line(RichText.plain(body), PREVIEW_MAX);
        }
    }

    /// The values of a ticket's row.
    record Draft(UUID id, NewTicket wish, String subject, List<String> tags, String fields, Key key, Row description) {
        Draft of(UUID contact) {
            return of(Requester.of(contact));
        }

        Draft of(Requester requester) {
            return new Draft(id, wish.of(requester), subject, tags, fields, key, description);
        }
    }

    /// Where an entry came to stand.
    ///
    /// @param category the ticket's then
    /// @param accepted whether it is the team's first sign of life
    record Place(int seq, TicketCategory category, boolean accepted) {}

    /// Nothing when there is no such requester, or the company is none of his.
    Optional<TicketView> open(Draft draft) {
        var wish = draft.wish();
        var row = draft.description();
        var accepted = wish.assignee() == null ? null : row.at();
        boolean byContact = row.author().by() == EntryBy.CONTACT;
        var all = new ArrayList<Object>();
        var company = wish.company() == null ? null : wish.company().id();
        add(all, wish.company() != null && company == null, company, company, company, wish.space());
        var contact = wish.requester().contact();
        if (contact == null) add(all, wish.space(), wish.requester().email());
        else all.add(contact);
        add(all, draft.id(), draft.subject(), wish.type(), wish.priority());
        add(all, wish.assignee(), wish.source(), draft.tags(), draft.fields(), row.at(), row.at(), accepted);
        add(
                all,
                byContact ? 1 : 0,
                byContact ? 0 : 1,
                row.preview(),
                draft.key().source(),
                draft.key().hash());
        all.add(accepted == null ? TicketCategory.NEW : TicketCategory.OPEN);
        add(
                all,
                row.id(),
                row.author().id(),
                row.author().name(),
                row.body(),
                row.files(),
                row.author().by());
        return sql.first((contact == null ? BY_ADDRESS : BY_ID) + OPEN, rows::read, all.toArray());
    }

    /// Adds a public word, unless a newer one came in since the writer looked.
    Optional<Place> reply(UUID ticket, int seen, Row row) {
        boolean byContact = row.author().by() == EntryBy.CONTACT;
        var side = byContact
                ? "last_by_contact = last_seq + 1"
                : "last_by_team = last_seq + 1, answered_at = coalesce(answered_at, ?), accepted_at = coalesce(accepted_at, ?)";
        var parameters = new ArrayList<Object>();
        add(parameters, row.at(), row.preview());
        if (!byContact) add(parameters, row.at(), row.at());
        add(parameters, ticket, seen);
        return write("""
                with t as (
                    update lienzo.ticket set last_seq = last_seq + 1, changed_at = ?, preview = ?, %s
                    where id = ? and merged_into is null and category <> 'CLOSED'
                      and greatest(last_by_contact, last_by_team) <= ?
                    returning new.tenant_id, new.id, new.space_id, new.assignee_id, new.last_seq, new.category,
                              old.accepted_at is null and new.accepted_at is not null as accepted
                )
                """.formatted(side), row, parameters);
    }

    /// Adds a note. It does not change the list: only what both sides see does.
    Optional<Place> note(UUID ticket, Row row) {
        return write("""
                with t as (
                    update lienzo.ticket set last_seq = last_seq + 1 where id = ? and merged_into is null
                    returning tenant_id, id, space_id, assignee_id, last_seq, category, false as accepted
                )
                """, row, new ArrayList<>(List.of(ticket)));
    }

    /// Keeps what is different about a ticket, with a line for each difference.
    ///
    /// @return whether it was still the version that was changed
    boolean change(Ticket ticket, Author author, Instant at) {
        var after = ticket.after();
        var lines = ticket.lines();
        var all = new ArrayList<Object>();
        add(all, at, after.subject(), after.type(), after.priority(), after.category(), after.state());
        add(all, after.requester(), after.company(), after.assignee(), after.tags(), rows.written(after.fields()));
        add(all, after.acceptedAt(), after.solvedAt(), after.closedAt(), after.mergedInto(), lines.size());
        add(all, after.id(), after.version());
        add(all, lines.size(), author.by(), author.id(), author.name(), at);
        add(all, lines.stream().map(_ -> Ids.next()).toList());
        add(all, lines.stream().map(rows::written).toList());
        add(all, lines.stream().map(EntryView.Change::what).toList(), author.id(), ticket.moved());
        return sql.first("""
                with t as (
                    update lienzo.ticket set version = version + 1, changed_at = ?, subject = ?, type = ?, priority = ?,
                        category = ?, state_id = ?::uuid, requester_id = ?, company_id = ?::uuid, assignee_id = ?::uuid,
                        tags = ?::text[], fields = ?::jsonb, accepted_at = ?::timestamptz, solved_at = ?::timestamptz,
                        closed_at = ?::timestamptz, merged_into = ?::uuid, last_seq = last_seq + ?
                    where id = ? and version = ? returning *
                ), e as (
                    insert into lienzo.ticket_entry (tenant_id, ticket_id, seq, id, kind, by, author_id, author, change, at)
                    select t.tenant_id, t.id, t.last_seq - ? + x.place, x.id, 'CHANGE', ?, ?::uuid, ?, x.change::jsonb, ?
                    from t, unnest(?::uuid[], ?::text[]) with ordinality x(id, change, place)
                )
                select t.last_seq, lienzo.emit_event(t.tenant_id, 'ticket-change', t.space_id, t.id, null, jsonb_build_object(
                    'seq', t.last_seq, 'what', to_jsonb(?::text[]), 'authorId', ?::uuid, 'assignee', t.assignee_id)),
                    case when ? then lienzo.emit_event(t.tenant_id, 'ticket-state', t.space_id, t.id, null,
                        jsonb_build_object('state', t.category, 'seq', t.last_seq)) end
                from t
                """, row -> row.getInt(1), all.toArray()).isPresent();
    }

    /// Tells main contacts of companies that tickets of theirs are others now.
    void tell(UUID space, List<UUID> companies) {
        sql.list("""
                select lienzo.emit_event(c.tenant_id, 'ticket-of-company', ?, c.id, null, '{}')
                from lienzo.company c where c.id = any(?::uuid[]) and exists (
                    select 1 from lienzo.contact_company o
                    where o.tenant_id = c.tenant_id and o.company_id = c.id and o.sees_all)
                """, _ -> true, space, companies);
    }

    /// Says of a ticket whatever changes nothing in its own row, such as that it was linked.
    void line(UUID ticket, EntryView.Change change, Author author, Instant at) {
        sql.list(
                """
                with t as (
                    update lienzo.ticket set last_seq = last_seq + 1 where id = ?
                    returning tenant_id, id, space_id, assignee_id, last_seq
                ), e as (
                    insert into lienzo.ticket_entry (tenant_id, ticket_id, seq, id, kind, by, author_id, author, change, at)
                    select t.tenant_id, t.id, t.last_seq, ?, 'CHANGE', ?, ?::uuid, ?, ?::jsonb, ? from t
                )
                select t.last_seq, lienzo.emit_event(t.tenant_id, 'ticket-change', t.space_id, t.id, null, jsonb_build_object(
                    'seq', t.last_seq, 'what', jsonb_build_array(?::text), 'authorId', ?::uuid, 'assignee', t.assignee_id))
                from t
                """,
                row -> row.getInt(1),
                ticket,
                Ids.next(),
                author.by(),
                author.id(),
                author.name(),
                rows.written(change),
                at,
                change.what(),
                author.id());
    }

    private Optional<Place> write(String ticket, Row row, List<Object> parameters) {
        add(
                parameters,
                row.id(),
                row.kind(),
                row.author().by(),
                row.author().id(),
                row.author().name(),
                row.body());
        add(parameters, row.key().source(), row.key().hash(), row.files(), row.at());
        return sql.first(
                ticket + ENTRY,
                found -> new Place(found.getInt(1), TicketCategory.valueOf(found.getString(2)), found.getBoolean(3)),
                parameters.toArray());
    }

    @SuppressWarnings("NullAway") // Whatever is null is null in the database too.
    private static void add(List<Object> parameters, @Nullable Object... more) {
        for (var one : more) parameters.add(one);
    }
}
