package app.lienzo.optout;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which requests are asked for.
///
/// @param after the last one of the page before
public record OptOutQuery(Choice choice, @Nullable UUID after) {
    /// A list of its own.
    public enum Choice {
        /// Wait for an answer, what is due first on top.
        OPEN,
        /// Of those the ones that nobody has in hand,
        UNTAKEN,
        /// that whoever asks has in hand,
        MINE,
        /// and that should have been answered.
        OVERDUE,
        DONE,
        REFUSED;

        /// Whether they wait for an answer; the others are ordered by their age, the newest on top.
        boolean open() {
            return this != DONE && this != REFUSED;
        }

        List<String> states() {
            return switch (this) {
                case OPEN, OVERDUE -> List.of("REQUESTED", "IN_WORK");
                case UNTAKEN -> List.of("REQUESTED");
                case MINE -> List.of("IN_WORK");
                case DONE -> List.of("DONE");
                case REFUSED -> List.of("REFUSED");
            };
        }
    }
}
