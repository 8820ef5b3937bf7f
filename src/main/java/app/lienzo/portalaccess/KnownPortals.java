package app.lienzo.portalaccess;

import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.Signals;
import app.lienzo.tenancy.TenantSql;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/// The settings of portals that are not as usual, from memory: every page of a portal asks.
@ApplicationScoped
class KnownPortals {
    static final String CHANGED = "portal-settings";
    private static final int ORGANIZATIONS_MAX = 20_000;
    private static final Duration BELIEVED = Duration.ofMinutes(1);

    private final Cache<String, Map<UUID, PortalSettings>> known = Caffeine.newBuilder()
            .maximumSize(ORGANIZATIONS_MAX)
            .expireAfterWrite(BELIEVED)
            .build();
    private final AtomicLong changes = new AtomicLong();
    private final TenantSql sql;
    private final Scope scope;
    private final Signals signals;

    KnownPortals(TenantSql sql, Scope scope, Signals signals) {
        this.sql = sql;
        this.scope = scope;
        this.signals = signals;
        signals.listen(CHANGED, this::forget);
    }

    PortalSettings of(UUID space) {
        var organization = scope.organization().id();
        var found = known.getIfPresent(organization);
        if (found == null) {
            long before = changes.get();
            found = load();
            known.put(organization, found);
            // What was read while somebody changed it is not to be believed a moment longer.
            if (changes.get() != before) known.invalidate(organization);
        }
        return found.getOrDefault(space, PortalSettings.USUAL);
    }

    void save(UUID space, PortalSettings settings, Instant now) {
        sql.update("""
                insert into lienzo.portal_settings (tenant_id, space_id, open, priority, changed_at)
                values (current_setting('lienzo.tenant'), ?, ?, ?, ?) on conflict (tenant_id, space_id)
                do update set open = excluded.open, priority = excluded.priority, changed_at = excluded.changed_at
                """, space, settings.open(), settings.priority(), now);
        signals.tell(CHANGED, scope.organization().id());
    }

    private Map<UUID, PortalSettings> load() {
        return sql
                .list(
                        "select space_id, open, priority from lienzo.portal_settings",
                        row -> Map.entry(
                                row.getObject(1, UUID.class), new PortalSettings(row.getBoolean(2), row.getBoolean(3))))
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void forget(String organization) {
        changes.incrementAndGet();
        if (organization.equals(Signals.EVERYTHING)) known.invalidateAll();
        else known.invalidate(organization);
    }
}
