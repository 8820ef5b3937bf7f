package app.lienzo.sender;

import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Secrets;
import app.lienzo.tenancy.TenantSql;
import app.lienzo.tenancy.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rows of keys. Private ones are sealed, and gone as soon as nothing is signed with them any more.
@ApplicationScoped
class SenderKeys {
    private static final String PURPOSE = "sender-key";
    private static final int BITS = 2048;
    private static final String COLUMNS = "id, domain, selector, state, public_key, created_at, active_at, retire_at";

    private final TenantSql sql;
    private final Vault vault;

    SenderKeys(TenantSql sql, Vault vault) {
        this.sql = sql;
        this.vault = vault;
    }

    /// Those of a domain: the one that signs, the one that waits, the old ones.
    List<SenderKey> of(String domain) {
        return sql.list("select " + COLUMNS + """
                         from lienzo.sender_key where tenant_id = current_setting('lienzo.tenant') and domain = ?
                        order by array_position(array['ACTIVE', 'NEW', 'OLD'], state), created_at desc
                        """, SenderKeys::read, domain);
    }

    /// PKCS #8.
    Optional<byte[]> privateKey(UUID id) {
        return sql.first(
                "select private_key from lienzo.sender_key where tenant_id = current_setting('lienzo.tenant') and id = ? and private_key is not null",
                row -> Base64.getDecoder().decode(vault.open(PURPOSE, row.getBytes(1))),
                id);
    }

    /// Makes one, under a name that no other key has.
    ///
    /// @return false when there is one already that waits
    boolean add(String domain, Instant now) {
        var keys = newKeys();
        var sealed = vault.seal(
                PURPOSE, Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded()));
        return sql.update(
                        """
                        insert into lienzo.sender_key (tenant_id, id, domain, selector, state, private_key, public_key, created_at)
                        values (current_setting('lienzo.tenant'), ?, ?, ?, 'NEW', ?, ?, ?) on conflict do nothing
                        """,
                        Ids.next(),
                        domain,
                        "m" + Secrets.hex(Secrets.bytes(4)),
                        sealed,
                        Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()),
                        now)
                > 0;
    }

    private static KeyPair newKeys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// DNS shows it: from now on it signs, and the one before does not.
    void activate(SenderKey key, Instant now, Instant retireAt) {
        sql.update("""
                update lienzo.sender_key set state = 'OLD', private_key = null, retire_at = ?
                where tenant_id = current_setting('lienzo.tenant') and state = 'ACTIVE' and domain = ?
                """, retireAt, key.domain());
        sql.update(
                "update lienzo.sender_key set state = 'ACTIVE', active_at = ? where tenant_id = current_setting('lienzo.tenant') and id = ? and state = 'NEW'",
                now,
                key.id());
    }

    boolean dropWaiting(String domain) {
        return sql.update(
                        "delete from lienzo.sender_key where tenant_id = current_setting('lienzo.tenant') and domain = ? and state = 'NEW'",
                        domain)
                > 0;
    }

    /// @return those whose records may go now
    List<SenderKey> retire(Instant now) {
        return sql.list("""
                delete from lienzo.sender_key where tenant_id = current_setting('lienzo.tenant') and state = 'OLD' and retire_at <= ?
                returning\s""" + COLUMNS, SenderKeys::read, now);
    }

    void forgetOthersThan(@Nullable String domain) {
        sql.update(
                "delete from lienzo.sender_key where tenant_id = current_setting('lienzo.tenant') and domain is distinct from ?::text",
                domain);
    }

    private static SenderKey read(ResultSet row) throws SQLException {
        return new SenderKey(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                KeyState.valueOf(row.getString(4)),
                row.getString(5),
                row.getTimestamp(6).toInstant(),
                moment(row.getTimestamp(7)),
                moment(row.getTimestamp(8)));
    }

    private static @Nullable Instant moment(@Nullable Timestamp stored) {
        return stored == null ? null : stored.toInstant();
    }
}
