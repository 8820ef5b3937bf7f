package app.lienzo.contacts;

import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Writes files of contacts, checked before. A new one is one statement, as imports write many.
@ApplicationScoped
class ContactWriter {
    /// The rows around a contact `c`: his addresses, as far as nobody else has them, numbers, companies of
    /// his space. Takes: addresses, numbers, labels, in which companies he sees all, companies; tells how
    /// many addresses and
    /// companies he got.
    private static final String AROUND = """
            , e as (
                insert into lienzo.contact_email as x (tenant_id, space_id, address, contact_id, position)
                select c.tenant_id, c.space_id, a.address, c.id, a.n from c, unnest(?::text[]) with ordinality a(address, n)
                on conflict (tenant_id, space_id, address) do update set position = excluded.position
                    where x.contact_id = excluded.contact_id
                returning address
            ), p as (
                insert into lienzo.contact_phone (tenant_id, contact_id, number, label, position)
                select c.tenant_id, c.id, a.number, a.label, a.n
                from c, unnest(?::text[], ?::text[]) with ordinality a(number, label, n)
                on conflict (tenant_id, contact_id, number) do update set label = excluded.label, position = excluded.position
            ), m as (
                insert into lienzo.contact_company (tenant_id, space_id, contact_id, company_id, first, sees_all)
                select c.tenant_id, c.space_id, c.id, y.id, a.n = 1, y.id = any(?::uuid[])
                from c, unnest(?::uuid[]) with ordinality a(company, n)
                join lienzo.company y on y.id = a.company and y.removed_at is null
                where y.tenant_id = c.tenant_id and y.space_id = c.space_id
                returning company_id
            )
            select (select count(*) from e), (select count(*) from m)
            """;

    private final Contacts contacts;
    private final TenantSql sql;
    private final Clock clock;

    ContactWriter(Contacts contacts, TenantSql sql, Clock clock) {
        this.contacts = contacts;
        this.sql = sql;
        this.clock = clock;
    }

    /// How a contact was made.
    ///
    /// @param key a program's own of it, null for none
    record Made(ContactSource source, @Nullable String key, byte @Nullable [] hash) {
        static Made by(ContactSource source) {
            return new Made(source, null, null);
        }
    }

    /// How many addresses and companies somebody got.
    private record Got(int emails, int companies) {}

    /// @throws Refused `contact-email-taken`, `company-unknown`; then nothing may be committed
    void insert(UUID id, UUID space, ContactDetails details, Map<String, Object> fields, Made made) {
        var got = sql.first(
                """
                with c as (
                    insert into lienzo.contact (tenant_id, id, space_id, name, email, title, address, social, time_zone, language,
                        tags, notes, fields, source, made_key, made_hash, created_at, changed_at, also)
                    select current_setting('lienzo.tenant'), ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::text, ?::text, ?::text[], ?,
                        ?::jsonb, ?, ?::text, ?::bytea, ?, ?,
                        ? || coalesce((select string_agg(' ' || y.name, '') from lienzo.company y where y.id = any(?::uuid[])), '')
                    returning tenant_id, space_id, id
                )
                """ + AROUND,
                ContactWriter::got,
                with(
                        details,
                        id,
                        space,
                        details.name(),
                        details.emails().isEmpty() ? "" : details.emails().getFirst(),
                        details.title(),
                        contacts.text(details.address()),
                        contacts.text(details.social()),
                        details.timeZone(),
                        details.language(),
                        details.tags(),
                        details.notes(),
                        contacts.text(fields),
                        made.source(),
                        made.key(),
                        made.hash(),
                        clock.instant(),
                        clock.instant(),
                        CheckedDetails.also(details),
                        companies(details)));
        requireAll(space, id, details, got.orElseThrow());
    }

    /// Writes a file anew; what is verified of its addresses stays so.
    ///
    /// @return false when it has changed since that version
    /// @throws Refused `contact-email-taken`, `company-unknown`; then nothing may be committed
    boolean change(ContactView before, ContactDetails details, Map<String, Object> fields, int version) {
        boolean changed = sql.first(
                        """
                        with c as (
                            update lienzo.contact set name = ?, title = ?, address = ?::jsonb, social = ?::jsonb, time_zone = ?::text,
                                language = ?::text, tags = ?::text[], notes = ?, fields = ?::jsonb, changed_at = ?,
                                version = version + 1
                            where id = ? and version = ? and removed_at is null
                            returning tenant_id, space_id, id
                        ), e as (
                            delete from lienzo.contact_email x using c
                            where x.tenant_id = c.tenant_id and x.contact_id = c.id and x.address <> all(?::text[])
                        ), p as (
                            delete from lienzo.contact_phone x using c
                            where x.tenant_id = c.tenant_id and x.contact_id = c.id and x.number <> all(?::text[])
                        ), m as (
                            delete from lienzo.contact_company x using c
                            where x.tenant_id = c.tenant_id and x.contact_id = c.id and x.company_id <> all(array(
                                select y.id from lienzo.company y where y.removed_at is not null))
                        ), o as (
                            update lienzo.contact_company x set first = false from c
                            where x.tenant_id = c.tenant_id and x.contact_id = c.id and x.first and x.company_id = any(array(
                                select y.id from lienzo.company y where y.removed_at is not null))
                        )
                        select id from c
                        """,
                        row -> true,
                        details.name(),
                        details.title(),
                        contacts.text(details.address()),
                        contacts.text(details.social()),
                        details.timeZone(),
                        details.language(),
                        details.tags(),
                        details.notes(),
                        contacts.text(fields),
                        clock.instant(),
                        before.id(),
                        version,
                        details.emails(),
                        numbers(details))
                .isPresent();
        if (!changed) return false;
        var got = sql.first(
                "with c as (select tenant_id, space_id, id from lienzo.contact where id = ?)" + AROUND,
                ContactWriter::got,
                with(details, before.id()));
        requireAll(before.space(), before.id(), details, got.orElseThrow());
        describe(List.of(before.id()));
        return true;
    }

    /// Puts an address into a file, if nobody else has it.
    ///
    /// @param verified whether he showed that mail to it reaches him
    /// @return whether it is in his file now
    boolean add(UUID id, String address, boolean verified) {
        boolean his = sql.first("""
                        insert into lienzo.contact_email as e (tenant_id, space_id, address, contact_id, position, verified_at)
                        select c.tenant_id, c.space_id, ?, c.id,
                            coalesce((select max(x.position) from lienzo.contact_email x where x.contact_id = c.id), 0) + 1,
                            ?::timestamptz
                        from lienzo.contact c where c.id = ? and c.removed_at is null
                        on conflict (tenant_id, space_id, address) do update
                            set verified_at = coalesce(e.verified_at, excluded.verified_at)
                            where e.contact_id = excluded.contact_id
                        returning contact_id
                        """, row -> true, address, verified ? clock.instant() : null, id)
                .isPresent();
        if (his) describe(List.of(id));
        return his;
    }

    /// Brings what a contact's row tells of the rows around it up to date: his first address, the words he is
    /// found by. Those who turned out to be him are called as he is.
    void describe(Collection<UUID> ids) {
        sql.update("""
                update lienzo.contact c set
                    email = coalesce((select e.address from lienzo.contact_email e where e.tenant_id = c.tenant_id
                                      and e.contact_id = c.id order by e.position limit 1), c.said_email, ''),
                    said_email = case when exists (select from lienzo.contact_email e where e.tenant_id = c.tenant_id
                                      and e.contact_id = c.id and e.address = c.said_email) then null else c.said_email end,
                    also = lienzo.contact_words(c.tenant_id, c.id)
                where c.id = any(?::uuid[]);
                update lienzo.contact c set name = w.name, email = w.email, blocked_at = w.blocked_at
                from lienzo.contact w
                where w.id = any(?::uuid[]) and c.tenant_id = w.tenant_id and c.merged_into = w.id
                """, ids, ids);
    }

    private void requireAll(UUID space, UUID id, ContactDetails details, Got got) {
        if (got.emails() < details.emails().size()) throw taken(space, id, details);
        if (got.companies() < details.companies().size()) throw Refused.invalid("company-unknown");
    }

    private Refused taken(UUID space, UUID id, ContactDetails details) {
        var other = details.emails().stream()
                .filter(address -> contacts.withEmail(space, address)
                        .filter(owner -> !owner.id().equals(id))
                        .isPresent())
                .findFirst()
                .orElse("");
        return Refused.conflict("contact-email-taken", other);
    }

    private static @Nullable Object[] with(ContactDetails details, @Nullable Object... first) {
        var all = new ArrayList<@Nullable Object>(Arrays.asList(first));
        all.add(details.emails());
        all.add(numbers(details));
        all.add(details.phones().stream().map(ContactDetails.Phone::label).toList());
        all.add(details.companies().stream()
                .filter(ContactDetails.Membership::seesAll)
                .map(ContactDetails.Membership::company)
                .toList());
        all.add(companies(details));
        return all.toArray();
    }

    private static List<String> numbers(ContactDetails details) {
        return details.phones().stream().map(ContactDetails.Phone::number).toList();
    }

    private static List<UUID> companies(ContactDetails details) {
        return details.companies().stream()
                .map(ContactDetails.Membership::company)
                .toList();
    }

    private static Got got(ResultSet row) throws SQLException {
        return new Got(row.getInt(1), row.getInt(2));
    }
}
