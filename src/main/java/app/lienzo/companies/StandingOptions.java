package app.lienzo.companies;

import static java.util.stream.Collectors.groupingBy;

import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.Signals;
import app.lienzo.tenancy.TenantSql;
import app.lienzo.ui.Words;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// The options from memory: those of `lienzo.company_option`, or of a kind without rows those that come with the
/// product.
@ApplicationScoped
class StandingOptions {
    private static final String CHANGED = "company-options";
    private static final int ORGANIZATIONS_MAX = 10_000;
    private static final Duration BELIEVED = Duration.ofMinutes(1);
    private static final Map<StandingKind, List<String>> SHIPPED = Map.of(
            StandingKind.HEALTH,
            List.of("happy", "doing-okay", "at-risk"),
            StandingKind.TIER,
            List.of("basic", "premium", "enterprise"),
            StandingKind.INDUSTRY,
            List.of(
                    "agriculture",
                    "automotive",
                    "banking",
                    "construction",
                    "consulting",
                    "education",
                    "energy",
                    "food",
                    "government",
                    "health",
                    "hospitality",
                    "insurance",
                    "legal",
                    "logistics",
                    "manufacturing",
                    "media",
                    "non-profit",
                    "pharmaceuticals",
                    "real-estate",
                    "retail",
                    "technology",
                    "telecommunications",
                    "travel",
                    "other"));

    private final Cache<String, Map<StandingKind, List<StandingOption>>> known = Caffeine.newBuilder()
            .maximumSize(ORGANIZATIONS_MAX)
            .expireAfterWrite(BELIEVED)
            .build();
    private final AtomicLong changes = new AtomicLong();
    private final TenantSql sql;
    private final Scope scope;
    private final Signals signals;
    private final Clock clock;

    StandingOptions(TenantSql sql, Scope scope, Signals signals, Clock clock) {
        this.sql = sql;
        this.scope = scope;
        this.clock = clock;
        this.signals = signals;
        signals.listen(CHANGED, this::forget);
    }

    List<StandingOption> of(StandingKind kind) {
        var own = all().get(kind);
        return own == null ? shipped(kind) : own;
    }

    /// One that is not offered any more.
    Optional<StandingOption> gone(StandingKind kind, String key) {
        return sql.first(
                        "select label from lienzo.company_option where kind = ? and key = ?",
                        row -> new StandingOption(kind, key, row.getString(1)),
                        kind,
                        key)
                .or(() -> Words.has(StandingOption.WORDS, StandingOption.wordsKey(kind, key))
                        ? Optional.of(new StandingOption(kind, key, null))
                        : Optional.empty());
    }

    /// Those that are offered from now on; none for those that come with the product.
    void replace(StandingKind kind, List<StandingOption> offered) {
        sql.update(
                "update lienzo.company_option set removed_at = ? where kind = ? and removed_at is null",
                clock.instant(),
                kind);
        for (int i = 0; i < offered.size(); i++) {
            var option = offered.get(i);
            sql.update("""
                    insert into lienzo.company_option (tenant_id, kind, key, label, position)
                    values (current_setting('lienzo.tenant'), ?, ?, ?, ?)
                    on conflict (tenant_id, kind, key) do update
                        set label = excluded.label, position = excluded.position, removed_at = null
                    """, kind, option.key(), option.label(), i);
        }
        signals.tell(CHANGED, scope.organization().id());
    }

    /// A key that no option has or had.
    String freshKey(StandingKind kind, String label) {
        var plain = Normalizer.normalize(label, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        var taken = new HashSet<>(
                sql.list("select key from lienzo.company_option where kind = ?", row -> row.getString(1), kind));
        shipped(kind).forEach(option -> taken.add(option.key()));
        var wish = plain.isEmpty() ? "option" : plain;
        var key = wish;
        for (int n = 2; taken.contains(key); n++) key = wish + "-" + n;
        return key;
    }

    static List<StandingOption> shipped(StandingKind kind) {
        return SHIPPED.getOrDefault(kind, List.of()).stream()
                .map(key -> new StandingOption(kind, key, null))
                .toList();
    }

    private Map<StandingKind, List<StandingOption>> all() {
        var organization = scope.organization().id();
        var found = known.getIfPresent(organization);
        if (found != null) return found;
        long before = changes.get();
        found = sql
                .list(
                        "select kind, key, label from lienzo.company_option where removed_at is null order by position, key",
                        row -> new StandingOption(
                                StandingKind.valueOf(row.getString(1)), row.getString(2), row.getString(3)))
                .stream()
                .collect(groupingBy(StandingOption::kind));
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
