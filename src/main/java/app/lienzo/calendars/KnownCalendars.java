package app.lienzo.calendars;

import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.Signals;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/// Calendars from memory: whatever is promised in business time asks for them. A revision never changes, so those are
/// kept as long as there is room.
@ApplicationScoped
class KnownCalendars {
    private static final String CHANGED = "calendars";
    private static final int ORGANIZATIONS_MAX = 20_000;
    private static final int REVISIONS_MAX = 20_000;
    private static final Duration BELIEVED = Duration.ofMinutes(1);

    private record Key(String organization, UUID calendar, int revision) {}

    /// Reads a revision from where it lies.
    @FunctionalInterface
    interface Reader {
        BusinessCalendar read();
    }

    private final Cache<String, List<CalendarView>> lists = Caffeine.newBuilder()
            .maximumSize(ORGANIZATIONS_MAX)
            .expireAfterWrite(BELIEVED)
            .build();
    private final Cache<Key, BusinessCalendar> revisions =
            Caffeine.newBuilder().maximumSize(REVISIONS_MAX).build();
    private final AtomicLong changes = new AtomicLong();
    private final Calendars calendars;
    private final Scope scope;
    private final Signals signals;

    KnownCalendars(Calendars calendars, Scope scope, Signals signals) {
        this.calendars = calendars;
        this.scope = scope;
        this.signals = signals;
        signals.listen(CHANGED, this::forget);
    }

    /// Those with rows.
    List<CalendarView> all() {
        var organization = scope.organization().id();
        var found = lists.getIfPresent(organization);
        if (found != null) return found;
        long before = changes.get();
        found = calendars.all();
        lists.put(organization, found);
        // What was read while somebody changed it is not to be believed a moment longer.
        if (changes.get() != before) lists.invalidate(organization);
        return found;
    }

    BusinessCalendar revision(UUID calendar, int revision, Reader reader) {
        var key = new Key(scope.organization().id(), calendar, revision);
        var found = revisions.getIfPresent(key);
        if (found != null) return found;
        found = reader.read();
        revisions.put(key, found);
        return found;
    }

    /// Within the transaction that changes one: heard when it is committed.
    void changed() {
        signals.tell(CHANGED, scope.organization().id());
    }

    private void forget(String organization) {
        changes.incrementAndGet();
        if (organization.equals(Signals.EVERYTHING)) lists.invalidateAll();
        else lists.invalidate(organization);
    }
}
