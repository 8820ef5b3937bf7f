package app.lienzo.tickets;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One clock of a ticket.
///
/// @param metric what has to happen, in the reader's language
/// @param dueAt null while it stands still, and when it is over without having been due
/// @param why how that time came about, one sentence after the other
public record Deadline(String metric, State state, @Nullable Instant dueAt, List<Reason> why) {
    public enum State {
        RUNNING,
        WARNED,
        BREACHED,
        PAUSED,
        MET
    }

    /// A step of the explanation.
    ///
    /// @param at when it was; null when it was not at a time
    /// @param words in the reader's language
    public record Reason(@Nullable Instant at, String words) {}
}
