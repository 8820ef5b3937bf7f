package app.lienzo.portalaccess;

import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rows of access, beside what of a contact decides about it.
@ApplicationScoped
class PortalAccesses {
    private static final String PERSON = """
            select c.id, c.space_id, c.name,
                coalesce((select e.address from lienzo.contact_email e
                    where e.tenant_id = c.tenant_id and e.contact_id = c.id order by e.position limit 1), ''),
                c.language, c.time_zone,
                case when not a.temporary or a.temporary_until > ? then a.password_hash end, coalesce(a.temporary, false)
            from lienzo.contact c left join lienzo.portal_access a on a.tenant_id = c.tenant_id and a.contact_id = c.id
            """;
    private static final String WELCOME = "c.removed_at is null and c.blocked_at is null and c.merged_into is null";

    private final TenantSql sql;
    private final Clock clock;

    PortalAccesses(TenantSql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// Nothing for a contact who is blocked, removed or merged into another one.
    Optional<PortalPerson> find(UUID contact) {
        return sql.first(PERSON + " where c.id = ? and " + WELCOME, PortalAccesses::read, clock.instant(), contact);
    }

    PortalPerson require(UUID contact) {
        return find(contact).orElseThrow(Refused::notFound);
    }

    /// Who has this address in a space.
    Optional<PortalPerson> withAddress(UUID space, String address) {
        return sql.first(
                PERSON + """
                 join lienzo.contact_email m on m.tenant_id = c.tenant_id and m.contact_id = c.id
                 where m.tenant_id = current_setting('lienzo.tenant') and m.space_id = ? and m.address = ? and \
                """ + WELCOME,
                PortalAccesses::read,
                clock.instant(),
                space,
                address.strip().toLowerCase(Locale.ROOT));
    }

    /// Whether an address is one of a contact's.
    boolean has(UUID contact, String address) {
        return sql.first("""
                        select true from lienzo.contact_email where tenant_id = current_setting('lienzo.tenant') and contact_id = ? and address = ?
                        """, row -> row.getBoolean(1), contact, address.toLowerCase(Locale.ROOT))
                .isPresent();
    }

    Optional<PortalAccessView> view(UUID contact) {
        return sql.first(
                """
                select a.password_hash is not null, a.temporary, a.temporary_until, a.invited_at, a.activated_at, a.came_at,
                    (select count(*) from lienzo.portal_session s where s.tenant_id = a.tenant_id and s.contact_id = a.contact_id
                        and s.ends_at > ? and not s.pending)
                from lienzo.portal_access a where a.contact_id = ?
                """,
                row -> new PortalAccessView(
                        row.getBoolean(1),
                        row.getBoolean(2),
                        instant(row, 3),
                        instant(row, 4),
                        instant(row, 5),
                        instant(row, 6),
                        row.getInt(7)),
                clock.instant(),
                contact);
    }

    void invited(UUID contact, Instant now) {
        sql.update("""
                insert into lienzo.portal_access (tenant_id, contact_id, invited_at) values (current_setting('lienzo.tenant'), ?, ?)
                on conflict (tenant_id, contact_id) do update set invited_at = excluded.invited_at
                """, contact, now);
    }

    /// @param temporaryUntil null for a password of his own
    /// @return whether it is his first own one
    boolean usePassword(UUID contact, String hash, @Nullable Instant temporaryUntil, Instant now) {
        return sql.first(
                        """
                        insert into lienzo.portal_access as a
                            (tenant_id, contact_id, password_hash, temporary, temporary_until, password_changed_at, activated_at)
                        values (current_setting('lienzo.tenant'), ?, ?, ?, ?::timestamptz, ?, case when ? then null else ?::timestamptz end)
                        on conflict (tenant_id, contact_id) do update set password_hash = excluded.password_hash,
                            temporary = excluded.temporary, temporary_until = excluded.temporary_until,
                            password_changed_at = excluded.password_changed_at,
                            activated_at = coalesce(a.activated_at, excluded.activated_at),
                            proved_by = case when excluded.temporary then null else a.proved_by end
                        returning a.activated_at = a.password_changed_at
                        """,
                        row -> row.getBoolean(1),
                        contact,
                        hash,
                        temporaryUntil != null,
                        temporaryUntil,
                        now,
                        temporaryUntil != null,
                        now)
                .orElse(false);
    }

    /// His password was set by a link that was mailed to this address.
    void proved(UUID contact, String address) {
        sql.update("update lienzo.portal_access set proved_by = ? where contact_id = ?", address, contact);
    }

    /// Forgets a password that was set from one of these mailboxes.
    void forgetPassword(UUID contact, Collection<String> addresses) {
        sql.update(
                "update lienzo.portal_access set password_hash = null, proved_by = null where contact_id = ? and proved_by = any(?::text[])",
                contact,
                List.copyOf(addresses));
    }

    void came(UUID contact, Instant now) {
        sql.update("update lienzo.portal_access set came_at = ? where contact_id = ?", now, contact);
    }

    private static PortalPerson read(ResultSet row) throws SQLException {
        return new PortalPerson(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getBoolean(8));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        Timestamp found = row.getTimestamp(column);
        return found == null ? null : found.toInstant();
    }
}
