package app.lienzo.mail;

import app.lienzo.tenancy.TenantSql;
import app.lienzo.tenancy.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// The row of an organization's own mail settings.
@ApplicationScoped
class MailSettings {
    private static final String PASSWORD = "mail-password";
    private static final String KEY = "mail-dkim";

    private final TenantSql sql;
    private final Vault vault;

    MailSettings(TenantSql sql, Vault vault) {
        this.sql = sql;
        this.vault = vault;
    }

    /// @param dkimPrivate PKCS #8
    /// @param dkimPublic as it stands in DNS
    record Row(
            @Nullable String from,
            @Nullable String host,
            int port,
            RelaySecurity security,
            @Nullable String user,
            @Nullable String password,
            boolean dkimOn,
            @Nullable String dkimSelector,
            byte @Nullable [] dkimPrivate,
            @Nullable String dkimPublic) {
        static final Row NONE = new Row(null, null, 587, RelaySecurity.STARTTLS, null, null, false, null, null, null);

        /// Its own server; null when mails go through the installation's.
        @Nullable
        RelaySettings relay() {
            return host == null ? null : new RelaySettings(host, port, security, user, password, true);
        }
    }

    Row get() {
        return sql.first("""
                        select from_address, host, port, security, user_name, password, dkim_on, dkim_selector, dkim_private, dkim_public
                        from lienzo.mail_settings where tenant_id = current_setting('lienzo.tenant')
                        """, this::read).orElse(Row.NONE);
    }

    void saveServer(Row row) {
        sql.update(
                """
                insert into lienzo.mail_settings (tenant_id, from_address, host, port, security, user_name, password)
                values (current_setting('lienzo.tenant'), ?, ?, ?, ?, ?, ?::bytea)
                on conflict (tenant_id) do update set from_address = excluded.from_address, host = excluded.host, port = excluded.port,
                  security = excluded.security, user_name = excluded.user_name, password = excluded.password
                """,
                row.from(),
                row.host(),
                row.port(),
                row.security(),
                row.user(),
                row.password() == null ? null : vault.seal(PASSWORD, row.password()));
    }

    void saveKey(String selector, byte[] privateKey, String publicKey) {
        sql.update("""
                insert into lienzo.mail_settings (tenant_id, security, port, dkim_selector, dkim_private, dkim_public)
                values (current_setting('lienzo.tenant'), 'STARTTLS', 587, ?, ?, ?)
                on conflict (tenant_id) do update set dkim_selector = excluded.dkim_selector, dkim_private = excluded.dkim_private,
                  dkim_public = excluded.dkim_public, dkim_on = false
                """, selector, vault.seal(KEY, Base64.getEncoder().encodeToString(privateKey)), publicKey);
    }

    void sign(boolean on) {
        sql.update(
                "update lienzo.mail_settings set dkim_on = ? where tenant_id = current_setting('lienzo.tenant') and dkim_private is not null",
                on);
    }

    private Row read(ResultSet row) throws SQLException {
        var password = row.getBytes(6);
        var key = row.getBytes(9);
        return new Row(
                row.getString(1),
                row.getString(2),
                row.getInt(3),
                RelaySecurity.valueOf(row.getString(4)),
                row.getString(5),
                password == null ? null : vault.open(PASSWORD, password),
                row.getBoolean(7),
                row.getString(8),
                key == null ? null : Base64.getDecoder().decode(vault.open(KEY, key)),
                row.getString(10));
    }
}
