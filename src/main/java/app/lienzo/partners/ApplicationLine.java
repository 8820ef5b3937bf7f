package app.lienzo.partners;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A line of an application's history.
///
/// @param actor who did it, by name; null for the applicant and for the clock
/// @param text a note, a reason, a name
public record ApplicationLine(
        Instant at,
        Kind kind,
        @Nullable String actor,
        @Nullable String text) {
    /// What happened.
    public enum Kind {
        ASKED,
        /// Asked once more while this one waits.
        REMINDED,
        CONFIRMED,
        NOTED,
        ASSIGNED,
        RELEASED,
        WARNED,
        OVERDUE,
        APPROVED,
        DECLINED;

        /// Whether the applicant gets to see it.
        public boolean open() {
            return this == ASKED || this == CONFIRMED || this == APPROVED || this == DECLINED;
        }
    }
}
