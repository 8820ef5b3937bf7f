package app.lienzo.tenancy;

import app.lienzo.kernel.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/// What operators do to the organization in scope, within the caller's transaction: founding it,
/// its plan, closing and opening its hosts. Who may is for the caller to see to.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class OrganizationOffice {
    /// Told to all replicas with the id of an organization whose hosts were closed.
    public static final String CLOSED = "closed";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int ID_LENGTH = 10;

    private final TenantSql sql;
    private final Scope scope;
    private final Sites sites;
    private final Signals signals;
    private final Clock clock;
    private final Event<OrganizationSuspended> suspended;

    OrganizationOffice(
            TenantSql sql,
            Scope scope,
            Sites sites,
            Signals signals,
            Clock clock,
            Event<OrganizationSuspended> suspended) {
        this.sql = sql;
        this.scope = scope;
        this.sites = sites;
        this.signals = signals;
        this.clock = clock;
        this.suspended = suspended;
    }

    /// One that is not there yet: to be put in scope, and founded there.
    public static OrganizationView draft(String slug, String name, Plan plan, String language, Vocabulary vocabulary) {
        return new OrganizationView(newId(), slug, name, plan, language, vocabulary, null);
    }

    /// Whether something was founded under this key.
    public boolean founded(UUID key) {
        return sql.first("select true from platform.organization_order where key = ?", row -> row.getBoolean(1), key)
                .orElse(false);
    }

    /// Founds the organization in scope.
    ///
    /// @param key the same key twice is one organization
    /// @return its id, or that of the one founded under this key before
    /// @throws Refused `slug-taken`
    public String found(UUID key) {
        // The same order twice, at once: the second waits here.
        sql.list("select pg_advisory_xact_lock(hashtextextended(?::text, 120))", _ -> true, key.toString());
        var made = sql.first(
                "select organization_id from platform.organization_order where key = ?", row -> row.getString(1), key);
        if (made.isPresent()) return made.get();
        var wish = scope.organization();
        int founded =
                sql.update("""
                insert into platform.organization (id, slug, name, plan, language, vocabulary)
                values (?, ?, ?, ?, ?, ?) on conflict (slug) do nothing
                """, wish.id(), wish.slug(), wish.name(), wish.plan(), wish.language(), wish.vocabulary());
        if (founded == 0) throw Refused.conflict("slug-taken", wish.slug());
        sql.update("insert into platform.organization_order (key, organization_id) values (?, ?)", key, wish.id());
        signals.tell(Sites.CHANGED, wish.id() + " " + sites.platformName(wish));
        return wish.id();
    }

    /// @param seen the version that was looked at
    /// @throws Refused `organization-outdated` when somebody else changed it meanwhile
    public void change(int seen, Plan plan, OrganizationState state) {
        int changed = sql.update("""
                update platform.organization set plan = ?, version = version + 1,
                    suspended_at = case when ? = 'ACTIVE' then null when state = 'SUSPENDED' then suspended_at else ? end, state = ?
                where id = current_setting('lienzo.tenant') and id <> 'platform' and version = ?
                """, plan, state, clock.instant(), state, seen);
        if (changed == 0) throw Refused.conflict("organization-outdated");
        var id = scope.organization().id();
        signals.tell(Sites.CHANGED, id + " ");
        if (state == OrganizationState.ACTIVE) return;
        suspended.fire(new OrganizationSuspended());
        signals.tell(CLOSED, id);
    }

    private static String newId() {
        var id = new StringBuilder(ID_LENGTH);
        for (int i = 0; i < ID_LENGTH; i++) id.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        return id.toString();
    }
}
