package app.lienzo.partners;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which applications are asked for.
///
/// @param text part of a company, a person or an address; null for any
/// @param after the last one of the page before
public record ApplicationQuery(
        Choice choice, @Nullable String text, @Nullable UUID after) {
    /// A list of its own.
    public enum Choice {
        /// Wait for an answer, what is due first on top.
        WAITING,
        /// Of those the ones that whoever asks looks after.
        MINE,
        /// Should have been answered.
        OVERDUE,
        DECIDED,
        UNCONFIRMED;

        /// Whether the oldest stand on top.
        boolean oldestFirst() {
            return this == WAITING || this == MINE || this == OVERDUE;
        }
    }
}
