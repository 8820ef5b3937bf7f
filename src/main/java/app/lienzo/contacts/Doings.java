package app.lienzo.contacts;

import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The statements behind what is done to several contacts at once. Each leaves those who turned out to be one
/// of them as he is.
@ApplicationScoped
class Doings {
    private static final String WIPED = """
            name = '', email = '', said_email = null, title = '', address = '{}', social = '{}', notes = '', tags = '{}',
            fields = '{}', language = null, time_zone = null, verified = false, made_key = null, made_hash = null, also = '',
            blocked_at = null, removed_at = ?
            """;

    private final ContactWriter writer;
    private final TenantSql sql;
    private final Clock clock;

    Doings(ContactWriter writer, TenantSql sql, Clock clock) {
        this.writer = writer;
        this.sql = sql;
        this.clock = clock;
    }

    /// Nobody else changes the two until the transaction ends. Both are held in the order of their ids, so
    /// that two merges do not wait for each other.
    ///
    /// @return whether they are still what they were when they were looked at
    boolean hold(ContactView one, ContactView other) {
        var held = sql.list(
                """
                select id from lienzo.contact
                where (id = ? and version = ? or id = ? and version = ?) and removed_at is null
                order by id for no key update
                """, row -> row.getObject(1, UUID.class), one.id(), one.version(), other.id(), other.version());
        return held.size() == 2;
    }

    /// They and those who turned out to be them get the next version.
    void touch(List<UUID> ids) {
        sql.update(
                "update lienzo.contact set version = version + 1, changed_at = ? where id = any(?::uuid[]) or merged_into = any(?::uuid[])",
                clock.instant(),
                ids,
                ids);
    }

    /// Those who turned out to be them get the next version.
    void touchBehind(UUID id) {
        sql.update("update lienzo.contact set version = version + 1 where merged_into = ?", id);
    }

    void tag(List<UUID> ids, String tag, int most) {
        sql.update(
                "update lienzo.contact set tags = tags || ?::text where id = any(?::uuid[]) and not ?::text = any(tags) and cardinality(tags) < ?",
                tag,
                ids,
                tag,
                most);
    }

    void untag(List<UUID> ids, String tag) {
        sql.update("update lienzo.contact set tags = array_remove(tags, ?) where id = any(?::uuid[])", tag, ids);
    }

    /// @param company null for none
    /// @param several whether they stay in the others
    /// @throws Refused `company-unknown` when it is not one of each one's space
    void assign(List<UUID> ids, @Nullable UUID company, boolean several) {
        if (company == null || !several)
            sql.update("delete from lienzo.contact_company where contact_id = any(?::uuid[])", ids);
        if (company != null) {
            int joined = sql.update("""
                    update lienzo.contact_company set first = false where contact_id = any(?::uuid[]) and first;
                    insert into lienzo.contact_company as x (tenant_id, space_id, contact_id, company_id, first)
                    select c.tenant_id, c.space_id, c.id, y.id, true from lienzo.contact c
                    join lienzo.company y on y.tenant_id = c.tenant_id and y.space_id = c.space_id and y.id = ? and y.removed_at is null
                    where c.id = any(?::uuid[])
                    on conflict (tenant_id, contact_id, company_id) do update set first = true
                    """, ids, company, ids);
            if (joined < ids.size()) throw Refused.invalid("company-unknown");
        }
        writer.describe(ids);
    }

    void block(List<UUID> ids, boolean blocked) {
        sql.update(
                "update lienzo.contact set blocked_at = case when ? then coalesce(blocked_at, ?) end where id = any(?::uuid[]) or merged_into = any(?::uuid[])",
                blocked,
                clock.instant(),
                ids,
                ids);
    }

    /// Takes all personal data out of their rows. Those rows stay, because conversations and tickets name them.
    void remove(List<UUID> ids) {
        sql.update(
                "update lienzo.contact set " + WIPED
                        + ", external_id = null where id = any(?::uuid[]) or merged_into = any(?::uuid[])",
                clock.instant(),
                ids,
                ids);
        clear(ids);
    }

    /// Makes a contact an address of another one: his addresses go over as they are, the rest of his rows goes.
    void become(UUID duplicate, UUID kept) {
        sql.update("""
                update lienzo.contact_email set contact_id = ?, position = position + 1000 where contact_id = ?;
                update lienzo.contact k set seen_at = greatest(k.seen_at, d.seen_at)
                from lienzo.contact d where k.id = ? and d.id = ?;
                update lienzo.contact set merged_into = ? where id = ? or merged_into = ?
                """, kept, duplicate, kept, duplicate, kept, duplicate, duplicate);
        sql.update("update lienzo.contact set " + WIPED + " where id = ?", clock.instant(), duplicate);
        clear(List.of(duplicate));
    }

    private void clear(List<UUID> ids) {
        sql.update("""
                delete from lienzo.contact_email where contact_id = any(?::uuid[]);
                delete from lienzo.contact_phone where contact_id = any(?::uuid[]);
                delete from lienzo.contact_company where contact_id = any(?::uuid[])
                """, ids, ids, ids);
    }
}
