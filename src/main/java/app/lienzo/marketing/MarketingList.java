package app.lienzo.marketing;

import app.lienzo.kernel.EmailAddress;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Keeps the platform's list equal to the people of the organization in scope. What it finds already so it leaves.
@ApplicationScoped
@Transactional
class MarketingList {
    private static final String HERE = "m.active and m.removed_at is null and m.email <> ''";

    private static final String SELECT = """
            select m.id, m.email, m.name, m.owner, m.language from (
              select m.tenant_id, m.id, m.email, left(m.name, 200) as name, m.organization_role = 'OWNER' as owner,
                coalesce(m.language, ?) as language, m.created_at
              from lienzo.member m
              where m.tenant_id = current_setting('lienzo.tenant') and m.id = coalesce(?::uuid, m.id) and %s) m
            %s order by m.id desc limit ?
            """;
    private static final String DIFFERING = """
            left join platform.marketing_person p on p.organization_id = m.tenant_id and p.member_id = m.id
            where (p.email, p.name, p.owner, p.language) is distinct from (m.email, m.name, m.owner, m.language)
            """;

    /// Members of an organization that is off the list whose address is not kept away yet, or as nobody's. Letters
    /// beyond ASCII may be looked at more often than needed: only the code knows how they are written the one way.
    private static final String UNKEPT = """
            where not exists (select from platform.marketing_suppression s where s.organization_id = m.tenant_id
              and s.member_id = m.id and s.hash = sha256(convert_to('marketing ' || lower(m.email), 'UTF8')))
            """;

    private final TenantSql sql;
    private final Scope scope;
    private final Clock clock;
    private final MarketingConfig config;
    private final EntityManager entities;

    MarketingList(TenantSql sql, Scope scope, Clock clock, MarketingConfig config, EntityManager entities) {
        this.sql = sql;
        this.entities = entities;
        this.scope = scope;
        this.clock = clock;
        this.config = config;
    }

    private record Found(UUID member, String email, String name, boolean owner, String language) {}

    /// Takes on who is missing, changes who is another one now, drops who has gone. Operators are on no list.
    void fill() {
        fill(null);
    }

    /// The same for one member, whom the transaction at hand may have changed.
    void fill(@Nullable UUID member) {
        var organization = scope.organization();
        if (organization.platform()) return;
        entities.flush();
        if (off()) keepAway(organization.language(), member);
        else takeOn(organization.language(), member);
    }

    private void takeOn(String language, @Nullable UUID member) {
        drop(member);
        for (var person : found(DIFFERING, language, member)) take(person);
    }

    /// The organization is off the list: whoever is one of its people gets nothing, and who is none any more is his own
    /// master. Two may have written one address in two ways: when one of them leaves, all are looked at.
    private void keepAway(String language, @Nullable UUID member) {
        forget();
        boolean gone = letGo(member) > 0;
        var unkept = found(UNKEPT, language, gone ? null : member);
        unkept.forEach(this::keep);
        if (member == null && unkept.size() < config.filledAtOnceMax())
            sql.update(
                    "delete from platform.marketing_suppression where organization_id = current_setting('lienzo.tenant') and member_id is null");
    }

    private boolean off() {
        return sql.first(
                        "select true from platform.marketing_organization where organization_id = current_setting('lienzo.tenant')",
                        row -> row.getBoolean(1))
                .orElse(false);
    }

    /// Whoever was taken on at the moment when the organization was taken off.
    private void forget() {
        sql.update("delete from platform.marketing_person where organization_id = current_setting('lienzo.tenant')");
    }

    private void drop(@Nullable UUID member) {
        sql.update("""
                delete from platform.marketing_person p where p.organization_id = current_setting('lienzo.tenant')
                  and p.member_id = coalesce(?::uuid, p.member_id)
                  and not exists (select from lienzo.member m where m.tenant_id = p.organization_id and m.id = p.member_id and %s)
                """.formatted(HERE), member);
    }

    private int letGo(@Nullable UUID member) {
        return sql.update("""
                delete from platform.marketing_suppression s where s.organization_id = current_setting('lienzo.tenant')
                  and s.member_id = coalesce(?::uuid, s.member_id)
                  and not exists (select from lienzo.member m where m.tenant_id = s.organization_id and m.id = s.member_id and %s)
                """.formatted(HERE), member);
    }

    private void keep(Found person) {
        if (EmailAddress.read(person.email()).isEmpty()) return;
        var hash = AddressHash.of(person.email());
        sql.update("""
                delete from platform.marketing_suppression
                where organization_id = current_setting('lienzo.tenant') and member_id = ? and hash <> ?;
                insert into platform.marketing_suppression (hash, organization_id, at, member_id)
                values (?, current_setting('lienzo.tenant'), ?, ?)
                on conflict (hash, organization_id) do update set member_id = excluded.member_id
                """, person.member(), hash, hash, clock.instant(), person.member());
    }

    private List<Found> found(String which, String language, @Nullable UUID member) {
        return sql.list(
                SELECT.formatted(HERE, which),
                row -> new Found(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getBoolean(4),
                        row.getString(5)),
                language,
                member,
                config.filledAtOnceMax());
    }

    private void take(Found person) {
        if (EmailAddress.read(person.email()).isEmpty()) return;
        var hash = AddressHash.of(person.email());
        sql.update("""
                insert into platform.marketing_person (organization_id, member_id, hash, email, name, owner, language)
                values (current_setting('lienzo.tenant'), ?, ?, ?, ?, ?, ?)
                on conflict (organization_id, member_id) do update set hash = excluded.hash, email = excluded.email,
                  name = excluded.name, owner = excluded.owner, language = excluded.language
                """, person.member(), hash, person.email(), person.name(), person.owner(), person.language());
    }
}
