package app.lienzo.spaces;

import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.Signals;
import app.lienzo.tenancy.TenantSql;
import app.lienzo.tenancy.Vocabulary;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/// The spaces of an organization from memory: every page and every widget asks for them.
@ApplicationScoped
class KnownSpaces {
    static final String CHANGED = "spaces";
    private static final int ORGANIZATIONS_MAX = 20_000;
    private static final Duration BELIEVED = Duration.ofMinutes(1);

    private final Cache<String, Map<UUID, SpaceView>> known = Caffeine.newBuilder()
            .maximumSize(ORGANIZATIONS_MAX)
            .expireAfterWrite(BELIEVED)
            .build();
    private final AtomicLong changes = new AtomicLong();
    private final TenantSql sql;
    private final Scope scope;
    private final Signals signals;

    KnownSpaces(TenantSql sql, Scope scope, Signals signals) {
        this.sql = sql;
        this.scope = scope;
        this.signals = signals;
        signals.listen(CHANGED, this::forget);
    }

    /// Archived ones too.
    Map<UUID, SpaceView> all() {
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
        signals.tell(CHANGED, scope.organization().id());
    }

    private void forget(String organization) {
        changes.incrementAndGet();
        if (organization.equals(Signals.EVERYTHING)) known.invalidateAll();
        else known.invalidate(organization);
    }

    private Map<UUID, SpaceView> load() {
        List<SpaceView> rows = sql.list(
                "select id, slug, name, vocabulary, language, archived_at, version from lienzo.space",
                KnownSpaces::read);
        return rows.stream().collect(Collectors.toUnmodifiableMap(SpaceView::id, space -> space));
    }

    private static SpaceView read(ResultSet row) throws SQLException {
        var vocabulary = row.getString(4);
        Timestamp archived = row.getTimestamp(6);
        return new SpaceView(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                vocabulary == null ? null : Vocabulary.valueOf(vocabulary),
                row.getString(5),
                archived == null ? null : archived.toInstant(),
                row.getInt(7));
    }
}
