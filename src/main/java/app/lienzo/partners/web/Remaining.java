package app.lienzo.partners.web;

import app.lienzo.deadlines.DeadlineView;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is left of a clock that runs, in whole hours; below one, in minutes.
///
/// @param tone `good`, `warn` or `bad`
public record Remaining(Instant due, boolean over, long hours, long minutes, String tone) {
    private static final Duration SOON = Duration.ofHours(24);

    /// @return null when none runs
    static @Nullable Remaining of(@Nullable DeadlineView deadline, Instant now) {
        if (deadline == null || !deadline.open() || deadline.dueAt() == null) return null;
        var left = deadline.left(now);
        boolean over = deadline.overdue(now);
        var tone = over ? "bad" : left.compareTo(SOON) <= 0 ? "warn" : "good";
        return new Remaining(
                deadline.dueAt(), over, left.abs().toHours(), left.abs().toMinutes(), tone);
    }
}
