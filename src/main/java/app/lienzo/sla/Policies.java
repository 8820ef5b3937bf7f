package app.lienzo.sla;

import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.Signals;
import app.lienzo.tenancy.TenantSql;
import app.lienzo.tickets.TicketPriority;
import app.lienzo.tickets.TicketType;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/// The rows of policies, from memory: every ticket that is opened asks for one.
@ApplicationScoped
class Policies {
    private static final String CHANGED = "response-policies";
    private static final int ORGANIZATIONS_MAX = 20_000;
    private static final Duration BELIEVED = Duration.ofMinutes(1);
    private static final TypeReference<Map<TicketType, Map<TicketPriority, Targets>>> TARGETS =
            new TypeReference<>() {};

    private final Cache<String, Map<UUID, PolicyView>> known = Caffeine.newBuilder()
            .maximumSize(ORGANIZATIONS_MAX)
            .expireAfterWrite(BELIEVED)
            .build();
    private final AtomicLong changes = new AtomicLong();
    private final TenantSql sql;
    private final Scope scope;
    private final Signals signals;
    private final ObjectMapper json;

    Policies(TenantSql sql, Scope scope, Signals signals, ObjectMapper json) {
        this.sql = sql;
        this.scope = scope;
        this.signals = signals;
        this.json = json;
        signals.listen(CHANGED, this::forget);
    }

    /// By support plan.
    Map<UUID, PolicyView> all() {
        var organization = scope.organization().id();
        var found = known.getIfPresent(organization);
        if (found != null) return found;
        long before = changes.get();
        found = load();
        known.put(organization, found);
        // What was read while somebody changed it is not to be believed a moment longer.
        if (changes.get() != before) known.invalidate(organization);
        return found;
    }

    /// As the database has it now, within a transaction that changes it.
    Map<UUID, PolicyView> load() {
        return sql.list("""
                        select support_plan_id, active, calendar_id, begins, warn_percent, waiting_pauses, on_hold_pauses,
                               targets::text, version
                        from lienzo.response_policy
                        """, this::read).stream()
                .collect(Collectors.toUnmodifiableMap(PolicyView::supportPlan, policy -> policy));
    }

    /// @return false when somebody else changed it since this version
    boolean keep(UUID plan, PolicySettings settings, int version, Instant now) {
        int kept = sql.update(
                """
                insert into lienzo.response_policy as p (tenant_id, support_plan_id, version, active, calendar_id, begins,
                    warn_percent, waiting_pauses, on_hold_pauses, targets, changed_at)
                select current_setting('lienzo.tenant'), ?, 1, ?, ?::uuid, ?, ?, ?, ?, ?::jsonb, ?
                where ? = 0 or exists (select 1 from lienzo.response_policy where support_plan_id = ?)
                on conflict (tenant_id, support_plan_id) do update set version = p.version + 1, active = excluded.active,
                    calendar_id = excluded.calendar_id, begins = excluded.begins, warn_percent = excluded.warn_percent,
                    waiting_pauses = excluded.waiting_pauses, on_hold_pauses = excluded.on_hold_pauses,
                    targets = excluded.targets, changed_at = excluded.changed_at
                where p.version = ?
                """,
                plan,
                settings.active(),
                settings.calendar(),
                settings.begins(),
                settings.warnPercent(),
                settings.waitingPauses(),
                settings.onHoldPauses(),
                written(settings.targets()),
                now,
                version,
                plan,
                version);
        signals.tell(CHANGED, scope.organization().id());
        return kept > 0;
    }

    private PolicyView read(ResultSet row) throws SQLException {
        var settings = new PolicySettings(
                row.getBoolean(2),
                row.getObject(3, UUID.class),
                Begins.valueOf(row.getString(4)),
                row.getInt(5),
                row.getBoolean(6),
                row.getBoolean(7),
                targets(row.getString(8)));
        return new PolicyView(row.getObject(1, UUID.class), settings, row.getInt(9));
    }

    private String written(Map<TicketType, Map<TicketPriority, Targets>> targets) {
        try {
            return json.writeValueAsString(targets);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<TicketType, Map<TicketPriority, Targets>> targets(String written) {
        try {
            return json.readValue(written, TARGETS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void forget(String organization) {
        changes.incrementAndGet();
        if (organization.equals(Signals.EVERYTHING)) known.invalidateAll();
        else known.invalidate(organization);
    }
}
