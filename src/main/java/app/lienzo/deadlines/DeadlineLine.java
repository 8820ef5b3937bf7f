package app.lienzo.deadlines;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A line of a deadline's ledger for its readers.
///
/// @param step what happened: `STARTED`, `CHANGED`, `MOVED`, …
/// @param dueAt where the deadline lies after it, or lay that was warned of or missed; null when it does not say
/// @param calendar what it is counted by from here on; null when the line does not say
/// @param cause code of whoever took the step
public record DeadlineLine(
        int seq,
        Instant at,
        String step,
        @Nullable Instant dueAt,
        @Nullable UUID calendar,
        @Nullable String cause) {}
