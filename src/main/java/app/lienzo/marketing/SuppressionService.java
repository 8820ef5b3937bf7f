package app.lienzo.marketing;

import app.lienzo.kernel.EmailAddress;
import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/// The door to who gets no marketing mail. Addresses are kept as hashes only: what is known of somebody who asked to
/// be left alone is enough to leave him alone, also when he is deleted and imported again. To be called in the
/// platform's scope.
@ApplicationScoped
@Transactional
public class SuppressionService {
    private static final String PLATFORM = "platform";

    private final TenantSql sql;
    private final Clock clock;

    SuppressionService(TenantSql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// From now on nobody of this organization gets marketing mail: not who is there, not who comes, and not under his
    /// address wherever else it turns up, as long as he is one of its people. The same again changes nothing.
    public void suppressOrganization(String organization) {
        sql.update("""
                insert into platform.marketing_organization (organization_id, at) values (?, ?) on conflict do nothing;
                insert into platform.marketing_suppression (hash, organization_id, at, member_id)
                select hash, organization_id, ?, member_id from platform.marketing_person where organization_id = ?
                on conflict do nothing;
                delete from platform.marketing_person where organization_id = ?
                """, organization, clock.instant(), clock.instant(), organization, organization);
    }

    /// @throws Refused `email-invalid`
    public void suppressAddress(String email) {
        suppress(AddressHash.of(email));
    }

    void suppress(byte[] hash) {
        sql.update(
                "insert into platform.marketing_suppression (hash, organization_id, at) values (?, ?, ?) on conflict do nothing",
                hash,
                PLATFORM,
                clock.instant());
    }

    /// Takes back what the person said himself; what his organization said stays.
    void allow(byte[] hash) {
        sql.update("delete from platform.marketing_suppression where hash = ? and organization_id = ?", hash, PLATFORM);
    }

    /// Whether nothing may be sent to an address.
    ///
    /// @return true also for what is no address
    public boolean suppressed(String email) {
        return EmailAddress.read(email)
                .map(read -> suppressed(AddressHash.of(read)))
                .orElse(true);
    }

    boolean suppressed(byte[] hash) {
        return sql.first(
                        "select true from platform.marketing_suppression where hash = ?",
                        row -> row.getBoolean(1),
                        hash)
                .orElse(false);
    }

    /// Whether an organization as a whole is off the list.
    public boolean organizationSuppressed(String organization) {
        return sql.first(
                        "select true from platform.marketing_organization where organization_id = ?",
                        row -> row.getBoolean(1),
                        organization)
                .orElse(false);
    }
}
