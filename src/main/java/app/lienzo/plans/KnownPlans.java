package app.lienzo.plans;

import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.Signals;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/// The support plans of an organization from memory: every ticket and every page of a portal asks for one.
@ApplicationScoped
class KnownPlans {
    private static final String CHANGED = "support-plans";
    private static final int ORGANIZATIONS_MAX = 10_000;
    private static final Duration BELIEVED = Duration.ofMinutes(1);

    /// @param plans in their order
    /// @param ofSpaces those of spaces that have one of their own
    record Known(List<SupportPlanView> plans, Map<UUID, UUID> ofSpaces) {}

    private final Cache<String, Known> known = Caffeine.newBuilder()
            .maximumSize(ORGANIZATIONS_MAX)
            .expireAfterWrite(BELIEVED)
            .build();
    private final AtomicLong changes = new AtomicLong();
    private final SupportPlans plans;
    private final Event<SupportPlansChanged> changed;
    private final Scope scope;
    private final Signals signals;

    KnownPlans(SupportPlans plans, Event<SupportPlansChanged> changed, Scope scope, Signals signals) {
        this.plans = plans;
        this.changed = changed;
        this.scope = scope;
        this.signals = signals;
        signals.listen(CHANGED, this::forget);
    }

    Known all() {
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

    /// Within the transaction that changes one: heard when it is committed.
    void changed() {
        changed.fire(new SupportPlansChanged());
        signals.tell(CHANGED, scope.organization().id());
    }

    private Known load() {
        var all = plans.all();
        if (all.isEmpty()) {
            plans.ship();
            all = plans.all();
        }
        return new Known(List.copyOf(all), plans.ofSpaces());
    }

    private void forget(String organization) {
        changes.incrementAndGet();
        if (organization.equals(Signals.EVERYTHING)) known.invalidateAll();
        else known.invalidate(organization);
    }
}
