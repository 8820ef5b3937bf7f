package app.lienzo.recovery;

import app.lienzo.kernel.Secrets;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rows of mailed links. A link that is used or dies keeps its row: the mails of the last hour are
/// counted by them.
@ApplicationScoped
class AccountLinks {
    private final TenantSql sql;

    AccountLinks(TenantSql sql) {
        this.sql = sql;
    }

    record Usable(
            UUID id,
            LinkPurpose purpose,
            UUID member,
            @Nullable String address) {}

    /// @param id known beforehand by whoever may come twice
    /// @param token null for a mail that carries no link and only counts
    /// @return whether there was no such row yet
    boolean add(
            UUID id,
            LinkPurpose purpose,
            UUID member,
            String token,
            @Nullable String address,
            Instant now,
            Instant endsAt) {
        return sql.update("""
                        insert into lienzo.account_link (tenant_id, id, purpose, member_id, token_hash, address, created_at, ends_at)
                        values (current_setting('lienzo.tenant'), ?, ?, ?, ?, ?, ?, ?) on conflict (tenant_id, id) do nothing
                        """, id, purpose, member, Secrets.hash(token), address, now, endsAt) > 0;
    }

    Optional<Usable> usable(String token, Instant now) {
        return sql.first(
                """
                select id, purpose, member_id, address from lienzo.account_link
                where tenant_id = current_setting('lienzo.tenant') and token_hash = ? and used_at is null and ends_at > ?
                """,
                row -> new Usable(
                        row.getObject(1, UUID.class),
                        LinkPurpose.valueOf(row.getString(2)),
                        row.getObject(3, UUID.class),
                        row.getString(4)),
                Secrets.hash(token),
                now);
    }

    /// @return whether it was this call that used it up
    boolean use(UUID id, Instant now) {
        return sql.update("""
                        update lienzo.account_link set used_at = ?
                        where tenant_id = current_setting('lienzo.tenant') and id = ? and used_at is null and ends_at > ?
                        """, now, id, now) > 0;
    }

    /// Unused links of a member lead nowhere any more.
    int end(UUID member, Instant now, LinkPurpose... purposes) {
        return sql.update("""
                update lienzo.account_link set ends_at = ?
                where tenant_id = current_setting('lienzo.tenant') and member_id = ? and used_at is null and ends_at > ? and purpose = any(?)
                """, now, member, now, names(purposes));
    }

    /// Links mailed to a member that he has not followed since: a link he used shows that the mailbox is
    /// his, and the count begins anew. Holds back whoever counts for the same member meanwhile.
    int mailed(UUID member, LinkPurpose purpose, Instant since) {
        return sql.first("""
                        select pg_advisory_xact_lock(hashtextextended('account-link' || ?::text, 0));
                        select count(*) from lienzo.account_link
                        where tenant_id = current_setting('lienzo.tenant') and member_id = ? and purpose = ? and created_at > ?
                        and created_at > coalesce((select max(used_at) from lienzo.account_link
                            where tenant_id = current_setting('lienzo.tenant') and member_id = ? and used_at is not null), '-infinity')
                        """, row -> row.getInt(1), member, member, purpose, since, member)
                .orElse(0);
    }

    /// Mails to confirm one address, whoever wants it for himself.
    int mailedTo(String address, Instant since) {
        return sql.first("""
                        select count(*) from lienzo.account_link
                        where tenant_id = current_setting('lienzo.tenant') and purpose = 'EMAIL' and lower(address) = lower(?) and created_at > ?
                        """, row -> row.getInt(1), address, since).orElse(0);
    }

    Optional<PendingEmail> pendingEmail(UUID member, Instant now) {
        return sql.first(
                """
                select address, ends_at from lienzo.account_link
                where tenant_id = current_setting('lienzo.tenant') and member_id = ? and purpose = 'EMAIL' and used_at is null and ends_at > ?
                order by id desc limit 1
                """,
                row -> new PendingEmail(row.getString(1), row.getTimestamp(2).toInstant()),
                member,
                now);
    }

    void forget(Instant endedBefore) {
        sql.update(
                "delete from lienzo.account_link where tenant_id = current_setting('lienzo.tenant') and ends_at < ?",
                endedBefore);
    }

    private static List<String> names(LinkPurpose... purposes) {
        return Arrays.stream(purposes).map(LinkPurpose::name).toList();
    }
}
