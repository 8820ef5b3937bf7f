package app.lienzo.portalaccess;

import app.lienzo.kernel.Secrets;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// The rows of links mailed to contacts. One that is used or dies keeps its row: the mails of the last hour are counted
/// by them.
@ApplicationScoped
class PortalLinks {
    private final TenantSql sql;

    PortalLinks(TenantSql sql) {
        this.sql = sql;
    }

    enum Purpose {
        ACTIVATION,
        RESET
    }

    record Usable(UUID id, Purpose purpose, UUID contact, String address) {}

    /// @param id known beforehand by whoever may come twice
    /// @return whether there was no such row yet
    boolean add(UUID id, Purpose purpose, UUID contact, String token, String address, Instant now, Instant endsAt) {
        return sql.update("""
                        insert into lienzo.portal_link (tenant_id, id, purpose, contact_id, token_hash, address, created_at, ends_at)
                        values (current_setting('lienzo.tenant'), ?, ?, ?, ?, ?, ?, ?) on conflict (tenant_id, id) do nothing
                        """, id, purpose, contact, Secrets.hash(token), address, now, endsAt) > 0;
    }

    Optional<Usable> usable(String token, Instant now) {
        return sql.first(
                """
                select id, purpose, contact_id, address from lienzo.portal_link
                where tenant_id = current_setting('lienzo.tenant') and token_hash = ? and used_at is null and ends_at > ?
                """,
                row -> new Usable(
                        row.getObject(1, UUID.class),
                        Purpose.valueOf(row.getString(2)),
                        row.getObject(3, UUID.class),
                        row.getString(4)),
                Secrets.hash(token),
                now);
    }

    /// @return whether it was this call that used it up
    boolean use(UUID id, Instant now) {
        return sql.update("""
                        update lienzo.portal_link set used_at = ?
                        where tenant_id = current_setting('lienzo.tenant') and id = ? and used_at is null and ends_at > ?
                        """, now, id, now) > 0;
    }

    /// Unused links of a contact lead nowhere any more.
    void end(UUID contact, Instant now) {
        sql.update("""
                update lienzo.portal_link set ends_at = ?
                where tenant_id = current_setting('lienzo.tenant') and contact_id = ? and used_at is null and ends_at > ?
                """, now, contact, now);
    }

    /// Links mailed to a contact that he has not followed since: one he used shows that the mailbox is his, and the
    /// count begins anew. Holds back whoever counts for the same contact meanwhile.
    int mailed(UUID contact, Purpose purpose, Instant since) {
        return sql.first("""
                        select pg_advisory_xact_lock(hashtextextended('portal-link' || ?::text, 0));
                        select count(*) from lienzo.portal_link
                        where tenant_id = current_setting('lienzo.tenant') and contact_id = ? and purpose = ? and created_at > ?
                        and created_at > coalesce((select max(used_at) from lienzo.portal_link
                            where tenant_id = current_setting('lienzo.tenant') and contact_id = ? and used_at is not null), '-infinity')
                        """, row -> row.getInt(1), contact, contact, purpose, since, contact)
                .orElse(0);
    }

    void forget(Instant endedBefore) {
        sql.update(
                "delete from lienzo.portal_link where tenant_id = current_setting('lienzo.tenant') and ends_at < ?",
                endedBefore);
    }
}
