package app.lienzo.fields;

import static java.util.stream.Collectors.groupingBy;

import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.Signals;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/// The fields of an organization from memory: every form and every row of an import asks for them.
@ApplicationScoped
class KnownFields {
    private static final String CHANGED = "fields";
    private static final int ORGANIZATIONS_MAX = 5_000;
    private static final Duration BELIEVED = Duration.ofMinutes(1);

    private record Place(UUID space, FieldSubject subject) {}

    private final Cache<String, Map<Place, List<FieldView>>> known = Caffeine.newBuilder()
            .maximumSize(ORGANIZATIONS_MAX)
            .expireAfterWrite(BELIEVED)
            .build();
    private final AtomicLong changes = new AtomicLong();
    private final Fields fields;
    private final Scope scope;
    private final Signals signals;

    KnownFields(Fields fields, Scope scope, Signals signals) {
        this.fields = fields;
        this.scope = scope;
        this.signals = signals;
        signals.listen(CHANGED, this::forget);
    }

    List<FieldView> of(UUID space, FieldSubject subject) {
        return all().getOrDefault(new Place(space, subject), List.of());
    }

    /// Within the transaction that changes one: heard when it is committed.
    void changed() {
        signals.tell(CHANGED, scope.organization().id());
    }

    private Map<Place, List<FieldView>> all() {
        var organization = scope.organization().id();
        var found = known.getIfPresent(organization);
        if (found != null) return found;
        long before = changes.get();
        found = fields.all().stream().collect(groupingBy(field -> new Place(field.space(), field.subject())));
        known.put(organization, found);
        // What was read while somebody changed it is not to be believed a moment longer.
        if (changes.get() != before) known.invalidate(organization);
        return found;
    }

    private void forget(String organization) {
        changes.incrementAndGet();
        if (organization.equals(Signals.EVERYTHING)) known.invalidateAll();
        else known.invalidate(organization);
    }
}
