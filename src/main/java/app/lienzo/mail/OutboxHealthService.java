package app.lienzo.mail;

import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How the outboxes stand, over all organizations. Who may see that is for the caller to see to; of what a mail says,
/// and
/// to whom, nothing is told.
@ApplicationScoped
public class OutboxHealthService {
    /// So long a mail may wait without anybody having to look.
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private static final Duration FAILED_SINCE = Duration.ofDays(30);

    private final TenantSql sql;
    private final Clock clock;

    OutboxHealthService(TenantSql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// The outbox of one organization.
    ///
    /// @param failed given up in the last 30 days
    /// @param oldest when the one was written that waits longest; null when none waits
    /// @param stuck whether that is too long ago
    public record Box(
            String organization,
            String organizationName,
            long waiting,
            long failed,
            @Nullable Instant oldest,
            boolean stuck) {
        boolean troubled() {
            return failed > 0 || stuck;
        }
    }

    /// All of them together.
    ///
    /// @param troubled those somebody has to look at, the longest stuck first
    /// @param more how many of these are not shown
    public record Health(
            long waiting, long failed, @Nullable Instant oldest, boolean stuck, List<Box> troubled, int more) {}

    /// @param max organizations that are named
    @Transactional
    public Health health(int max) {
        var now = clock.instant();
        var boxes = sql.list(
                "select organization_id, organization_name, waiting, failed, oldest from platform.outboxes(?)",
                row -> {
                    var oldest = row.getTimestamp(5) == null
                            ? null
                            : row.getTimestamp(5).toInstant();
                    boolean stuck = oldest != null && oldest.plus(PATIENCE).isBefore(now);
                    return new Box(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4), oldest, stuck);
                },
                now.minus(FAILED_SINCE));
        var oldestFirst = Comparator.comparing(Box::oldest, Comparator.nullsLast(Comparator.naturalOrder()));
        var troubled = boxes.stream().filter(Box::troubled).sorted(oldestFirst).toList();
        return new Health(
                boxes.stream().mapToLong(Box::waiting).sum(),
                boxes.stream().mapToLong(Box::failed).sum(),
                boxes.stream()
                        .map(Box::oldest)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                boxes.stream().anyMatch(Box::stuck),
                troubled.stream().limit(max).toList(),
                Math.max(0, troubled.size() - max));
    }
}
