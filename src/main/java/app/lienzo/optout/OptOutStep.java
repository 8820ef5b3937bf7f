package app.lienzo.optout;

import java.time.Instant;

/// Something that happened to a request.
///
/// @param who did it; empty for the clock
/// @param note a reason or a message; may be empty
public record OptOutStep(Instant at, Kind kind, String who, String note) {
    public enum Kind {
        REQUESTED,
        TAKEN,
        /// An operator chose the calendar it is counted by; its name is the note.
        COUNTED,
        DONE,
        REFUSED,
        ESCALATED,
        REMINDED,
        OVERDUE
    }
}
