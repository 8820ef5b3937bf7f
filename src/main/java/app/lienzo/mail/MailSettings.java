package app.lienzo.mail;

import app.lienzo.tenancy.TenantSql;
import app.lienzo.tenancy.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// The row of an organization's own mail settings.
@ApplicationScoped
class MailSettings {
    private static final String PASSWORD = "mail-password";

    private final TenantSql sql;
    private final Vault vault;

    MailSettings(TenantSql sql, Vault vault) {
        this.sql = sql;
        this.vault = vault;
    }

    /// @param replyTo where answers go; null for the brand's support address
    record Row(
            @Nullable String from,
            @Nullable String replyTo,
            @Nullable String host,
            int port,
            RelaySecurity security,
            @Nullable String user,
            @Nullable String password) {
        static final Row NONE = new Row(null, null, null, 587, RelaySecurity.STARTTLS, null, null);

        /// Its own server; null when mails go through the installation's.
        @Nullable
        RelaySettings relay() {
            return host == null ? null : new RelaySettings(host, port, security, user, password, true);
        }
    }

    Row get() {
        return sql.first("""
                        select from_address, reply_to, host, port, security, user_name, password
                        from lienzo.mail_settings where tenant_id = current_setting('lienzo.tenant')
                        """, this::read).orElse(Row.NONE);
    }

    void saveServer(Row row) {
        sql.update(
                """
                insert into lienzo.mail_settings (tenant_id, from_address, reply_to, host, port, security, user_name, password)
                values (current_setting('lienzo.tenant'), ?, ?, ?, ?, ?, ?, ?::bytea)
                on conflict (tenant_id) do update set from_address = excluded.from_address, reply_to = excluded.reply_to, host = excluded.host, port = excluded.port,
                  security = excluded.security, user_name = excluded.user_name, password = excluded.password
                """,
                row.from(),
                row.replyTo(),
                row.host(),
                row.port(),
                row.security(),
                row.user(),
                row.password() == null ? null : vault.seal(PASSWORD, row.password()));
    }

    private Row read(ResultSet row) throws SQLException {
        var password = row.getBytes(7);
        return new Row(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getInt(4),
                RelaySecurity.valueOf(row.getString(5)),
                row.getString(6),
                password == null ? null : vault.open(PASSWORD, password));
    }
}
