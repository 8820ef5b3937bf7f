package app.lienzo.secondfactor;

import app.lienzo.kernel.Ids;
import app.lienzo.tenancy.TenantSql;
import app.lienzo.tenancy.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The rows of second factors. Secrets are sealed on their way in and opened on their way out.
@ApplicationScoped
class SecondFactors {
    private static final String PURPOSE = "second-factor";

    private final TenantSql sql;
    private final Vault vault;
    private final RecoveryCodes codes;
    private final Clock clock;

    SecondFactors(TenantSql sql, Vault vault, RecoveryCodes codes, Clock clock) {
        this.sql = sql;
        this.vault = vault;
        this.codes = codes;
        this.clock = clock;
    }

    /// @param lastStep no code of it or of an older one counts any more
    record Known(byte[] secret, long lastStep) {}

    Optional<Known> find(UUID member) {
        return sql.first(
                "select secret, last_step from lienzo.second_factor where member_id = ? and secret is not null",
                row -> new Known(opened(row.getBytes(1)), row.getLong(2)),
                member);
    }

    SecondFactorView view(UUID member) {
        return sql.first("""
                        select f.on_since, (select count(*) from lienzo.recovery_code c where c.member_id = f.member_id and c.used_at is null)
                        from lienzo.second_factor f where f.member_id = ? and f.on_since is not null
                        """, row -> new SecondFactorView(row.getTimestamp(1).toInstant(), row.getInt(2)), member)
                .orElse(SecondFactorView.NONE);
    }

    List<UUID> on(List<UUID> members) {
        return sql.list(
                "select member_id from lienzo.second_factor where member_id = any(?) and on_since is not null",
                row -> row.getObject(1, UUID.class),
                members);
    }

    /// Keeps a secret until its first code comes back.
    void offer(UUID member, UUID session, byte[] secret) {
        sql.update(
                """
                insert into lienzo.second_factor (tenant_id, member_id, offered, offered_to, offered_at)
                values (current_setting('lienzo.tenant'), ?, ?, ?, ?)
                on conflict (tenant_id, member_id) do update
                set offered = excluded.offered, offered_to = excluded.offered_to, offered_at = excluded.offered_at
                """, member, vault.seal(PURPOSE, Base64.getEncoder().encodeToString(secret)), session, clock.instant());
    }

    Optional<byte[]> offered(UUID member, UUID session, Instant notBefore) {
        return sql.first(
                "select offered from lienzo.second_factor where member_id = ? and offered_to = ? and offered_at > ?",
                row -> opened(row.getBytes(1)),
                member,
                session,
                notBefore);
    }

    /// What was offered to this session counts from now on; the step of the code that proved it is spent.
    ///
    /// @return whether nobody was faster
    boolean take(UUID member, UUID session, long step) {
        return sql.update("""
                        update lienzo.second_factor set secret = offered, on_since = ?, last_step = ?, offered = null, offered_to = null,
                            offered_at = null
                        where member_id = ? and offered_to = ? and offered is not null
                        """, clock.instant(), step, member, session) == 1;
    }

    /// Spends a step: of two who come with the same code, on whatever replica, one is right.
    boolean spend(UUID member, long step) {
        return sql.update(
                        "update lienzo.second_factor set last_step = ? where member_id = ? and secret is not null and last_step < ?",
                        step,
                        member,
                        step)
                == 1;
    }

    /// Spends a recovery code; the same holds.
    boolean spend(UUID member, String code) {
        return sql.update("""
                        update lienzo.recovery_code c set used_at = ? where c.member_id = ? and c.code_hash = ? and c.used_at is null
                        and exists (select 1 from lienzo.second_factor f where f.member_id = c.member_id and f.secret is not null)
                        """, clock.instant(), member, codes.hash(member, code)) == 1;
    }

    /// New recovery codes in place of all there were.
    List<String> renewCodes(UUID member) {
        sql.update("delete from lienzo.recovery_code where member_id = ?", member);
        var fresh = codes.make();
        for (var code : fresh) {
            sql.update(
                    "insert into lienzo.recovery_code (tenant_id, id, member_id, code_hash) values (current_setting('lienzo.tenant'), ?, ?, ?)",
                    Ids.next(),
                    member,
                    codes.hash(member, code));
        }
        return fresh;
    }

    boolean remove(UUID member) {
        return sql.first(
                        "delete from lienzo.second_factor where member_id = ? returning on_since is not null",
                        row -> row.getBoolean(1),
                        member)
                .orElse(false);
    }

    void pass(UUID session) {
        sql.update("""
                insert into lienzo.second_factor_pass (tenant_id, session_id, at)
                select current_setting('lienzo.tenant'), id, ? from lienzo.session where id = ? on conflict do nothing
                """, clock.instant(), session);
    }

    boolean passed(UUID session) {
        return sql.first("select 1 from lienzo.second_factor_pass where session_id = ?", row -> row.getInt(1), session)
                .isPresent();
    }

    private byte[] opened(byte[] sealed) {
        return Base64.getDecoder().decode(vault.open(PURPOSE, sealed));
    }
}
