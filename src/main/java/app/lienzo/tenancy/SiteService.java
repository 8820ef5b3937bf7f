package app.lienzo.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The door to the names that organizations have proved to be theirs. Every change is made for the
/// organization in scope, within the caller's transaction, and is known to all replicas a moment after its
/// commit. Who may have a name is decided by `domains`; that two never have the same is decided here.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class SiteService {
    private static final String COLUMNS = "host, organization_id, state, is_primary, redirects";

    private final TenantSql sql;
    private final Scope scope;
    private final Signals signals;

    SiteService(TenantSql sql, Scope scope, Signals signals) {
        this.sql = sql;
        this.scope = scope;
        this.signals = signals;
    }

    /// Who has a name, whoever it is.
    public Optional<HeldSite> holder(String host) {
        return sql.first("select %s from platform.site where host = ?".formatted(COLUMNS), SiteService::read, host);
    }

    /// Whether another organization has a name that looks like this one.
    ///
    /// @param likeness what [#reserve] was given for that name
    public boolean resemblesAnothers(String likeness) {
        return sql.first("""
                        select true from platform.site
                        where likeness = ? and organization_id <> current_setting('lienzo.tenant') limit 1
                        """, row -> row.getBoolean(1), likeness).isPresent();
    }

    /// Takes a name that nobody has, without answering on it yet.
    ///
    /// @param space whose portal it will show; null for the application
    /// @return false when somebody has it
    public boolean reserve(String host, @Nullable UUID space) {
        return reserve(host, space, null);
    }

    /// @param likeness the same for names that people take for each other; null to be compared with none
    public boolean reserve(String host, @Nullable UUID space, @Nullable String likeness) {
        return changed(host, sql.update("""
                        insert into platform.site (host, organization_id, serves, space_id, likeness, state)
                        values (?, current_setting('lienzo.tenant'), ?, ?::uuid, ?::text, 'RESERVED') on conflict (host) do nothing
                        """, host, space == null ? "APPLICATION" : "PORTAL", space, likeness));
    }

    /// @return false when the organization does not have the name, or it is in that state already
    public boolean become(String host, SiteState state) {
        return changed(host, sql.update("""
                        update platform.site set state = ?, is_primary = is_primary and ? = 'SERVED'
                        where host = ? and organization_id = current_setting('lienzo.tenant') and state <> ?
                        """, state, state, host, state));
    }

    /// Gives a name up: anybody who proves it may have it.
    public boolean release(String host) {
        return changed(
                host,
                sql.update(
                        "delete from platform.site where host = ? and organization_id = current_setting('lienzo.tenant')",
                        host));
    }

    /// Lets all links of the organization begin with this host.
    ///
    /// @return false when it is not served, or not as the application
    public boolean makePrimary(String host) {
        // One statement would trip over the unique index, which is checked row by row.
        sql.update("""
                update platform.site set is_primary = false, redirects = false
                where organization_id = current_setting('lienzo.tenant') and is_primary and host <> ?
                """, host);
        return changed(host, sql.update("""
                        update platform.site set is_primary = true
                        where host = ? and organization_id = current_setting('lienzo.tenant')
                          and state = 'SERVED' and serves = 'APPLICATION'
                        """, host));
    }

    /// Lets links begin with the platform's name of the organization again.
    public void dropPrimary() {
        changed("", sql.update("""
                        update platform.site set is_primary = false, redirects = false
                        where organization_id = current_setting('lienzo.tenant') and is_primary
                        """));
    }

    /// Whether people who open pages under the platform's name are sent to the primary host.
    public boolean redirect(boolean wished) {
        return changed("", sql.update("""
                        update platform.site set redirects = ?
                        where organization_id = current_setting('lienzo.tenant') and is_primary
                        """, wished));
    }

    private boolean changed(String host, int rows) {
        if (rows > 0) signals.tell(Sites.CHANGED, scope.organization().id() + " " + host);
        return rows > 0;
    }

    private static HeldSite read(ResultSet row) throws SQLException {
        return new HeldSite(
                row.getString(1),
                row.getString(2),
                SiteState.valueOf(row.getString(3)),
                row.getBoolean(4),
                row.getBoolean(5));
    }
}
