package app.lienzo.sla;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far the deadlines of open tickets have been counted again.
///
/// @param total open tickets; 0 before they were counted
public record RecountView(
        int total, int done, Instant askedAt, @Nullable Instant finishedAt) {
    public boolean going() {
        return finishedAt == null;
    }

    /// 0 to 100.
    public int percent() {
        return total == 0 ? 0 : Math.min(100, done * 100 / total);
    }
}
