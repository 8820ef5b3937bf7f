package app.lienzo.contacts;

import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.TenantSql;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Keeps how contacts were before a change, and makes it so again. What a removal takes out of the files lies
/// here and nowhere else until the time to think is over.
@ApplicationScoped
class Undoing {
    private static final String FILES = """
            select coalesce(jsonb_agg(jsonb_build_object(
                'row', to_jsonb(c) - array['tenant_id', 'found', 'called', 'also'],
                'emails', coalesce((select jsonb_agg(to_jsonb(e) - 'tenant_id') from lienzo.contact_email e
                                    where e.tenant_id = c.tenant_id and e.contact_id = c.id), '[]'),
                'phones', coalesce((select jsonb_agg(to_jsonb(p) - 'tenant_id') from lienzo.contact_phone p
                                    where p.tenant_id = c.tenant_id and p.contact_id = c.id), '[]'),
                'companies', coalesce((select jsonb_agg(to_jsonb(x) - 'tenant_id') from lienzo.contact_company x
                                       where x.tenant_id = c.tenant_id and x.contact_id = c.id), '[]'))), '[]')
            from lienzo.contact c where c.id = any(?::uuid[]) or c.merged_into = any(?::uuid[])
            """;
    private static final String RESTORED = """
            with f as (
                select j.value as file, (j.value -> 'row' ->> 'id')::uuid as id, (j.value -> 'row' ->> 'version')::int as version
                from lienzo.contact_undo u cross join lateral jsonb_array_elements(u.before -> 'files') j where u.id = ?
            )
            """;
    private static final String WHO = """
            select f.id from f join lienzo.contact c on c.id = f.id and c.version = f.version + 1
            """;
    private static final String CLEARED = """
            delete from lienzo.contact_email where contact_id = any(?::uuid[]);
            delete from lienzo.contact_phone where contact_id = any(?::uuid[]);
            delete from lienzo.contact_company where contact_id = any(?::uuid[])
            """;
    private static final String ROWS = """
            update lienzo.contact c set name = b.name, email = b.email, said_email = b.said_email, external_id = b.external_id,
                verified = b.verified, language = b.language, title = b.title, time_zone = b.time_zone, address = b.address,
                social = b.social, notes = b.notes, tags = b.tags, fields = b.fields, changed_at = b.changed_at,
                blocked_at = b.blocked_at, removed_at = b.removed_at, merged_into = b.merged_into, made_key = b.made_key,
                made_hash = b.made_hash, version = c.version + 1
            from f cross join lateral jsonb_populate_record(null::lienzo.contact, f.file -> 'row') b
            where c.id = f.id and c.id = any(?::uuid[])
            """;
    private static final String AROUND = """
            , e as (
                insert into lienzo.contact_email (tenant_id, space_id, address, contact_id, position, verified_at)
                select current_setting('lienzo.tenant'), b.space_id, b.address, b.contact_id, b.position, b.verified_at
                from f cross join lateral jsonb_populate_recordset(null::lienzo.contact_email, f.file -> 'emails') b
                where f.id = any(?::uuid[]) on conflict do nothing
            ), p as (
                insert into lienzo.contact_phone (tenant_id, contact_id, number, label, position)
                select current_setting('lienzo.tenant'), b.contact_id, b.number, b.label, b.position
                from f cross join lateral jsonb_populate_recordset(null::lienzo.contact_phone, f.file -> 'phones') b
                where f.id = any(?::uuid[])
            )
            insert into lienzo.contact_company (tenant_id, space_id, contact_id, company_id, first, sees_all)
            select current_setting('lienzo.tenant'), b.space_id, b.contact_id, b.company_id, b.first, b.sees_all
            from f cross join lateral jsonb_populate_recordset(null::lienzo.contact_company, f.file -> 'companies') b
            where f.id = any(?::uuid[]) and exists (select from lienzo.company y where y.id = b.company_id)
            """;

    private final Contacts contacts;
    private final ContactWriter writer;
    private final TenantSql sql;
    private final Clock clock;
    private final ContactConfig config;

    Undoing(Contacts contacts, ContactWriter writer, TenantSql sql, Clock clock, ContactConfig config) {
        this.contacts = contacts;
        this.writer = writer;
        this.sql = sql;
        this.clock = clock;
        this.config = config;
    }

    /// A change as it is remembered.
    ///
    /// @param moved what features above moved, by their port's name
    record Kept(ContactAction action, List<UUID> ids, Map<String, List<UUID>> moved) {}

    /// Remembers how contacts, and those who turned out to be them, are now. Each is to get the version
    /// behind its own by the change.
    UUID keep(SignedIn me, ContactAction action, Collection<UUID> ids) {
        var id = Ids.next();
        sql.update(
                "insert into lienzo.contact_undo (tenant_id, id, member_id, action, before, at, until) select current_setting('lienzo.tenant'), ?, ?, ?, jsonb_build_object('ids', to_jsonb(?::uuid[]), 'moved', '{}'::jsonb, 'files', ("
                        + FILES + ")), ?, ?",
                id,
                me.member(),
                action,
                ids,
                ids,
                ids,
                clock.instant(),
                until());
        return id;
    }

    /// When the time to think about a change that is made now is over.
    Instant until() {
        return clock.instant().plus(config.undoWindow());
    }

    void moved(UUID id, Map<String, List<UUID>> things) {
        sql.update(
                "update lienzo.contact_undo set before = jsonb_set(before, '{moved}', ?::jsonb) where id = ?",
                contacts.text(things),
                id);
    }

    Optional<UndoView> find(SignedIn me, UUID id) {
        return sql.first(
                "select id, action, jsonb_array_length(before -> 'ids'), until from lienzo.contact_undo where id = ? and member_id = ? and until > ?",
                row -> new UndoView(
                        row.getObject(1, UUID.class),
                        ContactAction.valueOf(row.getString(2)),
                        row.getInt(3),
                        row.getTimestamp(4).toInstant()),
                id,
                me.member(),
                clock.instant());
    }

    Optional<Kept> kept(UUID id) {
        return sql.first(
                "select action, (before -> 'ids')::text, (before -> 'moved')::text from lienzo.contact_undo where id = ? for update",
                row -> new Kept(
                        ContactAction.valueOf(row.getString(1)),
                        contacts.from(row.getString(2), new TypeReference<List<UUID>>() {}),
                        contacts.from(row.getString(3), new TypeReference<Map<String, List<UUID>>>() {})),
                id);
    }

    /// Makes contacts what they were, apart from those that somebody changed since.
    ///
    /// @return those that are so again
    /// @throws Refused `contact-changed` when all or nothing was asked for
    Set<UUID> restore(UUID id, boolean all) {
        var unchanged = sql.list(RESTORED + WHO, row -> row.getObject(1, UUID.class), id);
        var kept = sql.first(RESTORED + " select count(*) from f", row -> row.getInt(1), id)
                .orElse(0);
        if (all && unchanged.size() < kept) throw Refused.conflict("contact-changed");
        sql.update(CLEARED, unchanged, unchanged, unchanged);
        sql.update(RESTORED + ROWS, id, unchanged);
        sql.update(RESTORED + AROUND, id, unchanged, unchanged, unchanged);
        writer.describe(unchanged);
        return Set.copyOf(unchanged);
    }

    void forget(UUID id) {
        sql.update("delete from lienzo.contact_undo where id = ?", id);
    }
}
