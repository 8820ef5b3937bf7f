package app.lienzo.deadlines;

import app.lienzo.clocks.ClockState;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A deadline for its readers.
///
/// @param state `MET` when done, `CANCELLED` when stopped
/// @param dueAt null while it stands still, and for one that was done or stopped before it was over
/// @param endedAt when it was done or stopped
/// @param passedAt when it was found to be over
public record DeadlineView(
        DeadlineSubject subject,
        UUID id,
        String organization,
        ClockState state,
        Instant startedAt,
        @Nullable Instant dueAt,
        @Nullable Instant warnedAt,
        @Nullable Instant passedAt,
        @Nullable Instant endedAt) {

    public boolean open() {
        return state.open();
    }

    /// Whether it is over and still waited for.
    public boolean overdue(Instant now) {
        return open() && dueAt != null && !dueAt.isAfter(now);
    }

    /// Whether what it is for came too late.
    public boolean late() {
        return endedAt != null && dueAt != null && dueAt.isBefore(endedAt);
    }

    /// What is left; negative for what is over, nothing while it stands still.
    public Duration left(Instant now) {
        return dueAt == null ? Duration.ZERO : Duration.between(now, dueAt);
    }
}
