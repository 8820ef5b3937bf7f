package app.lienzo.sla;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A line of a clock's ledger for its readers.
///
/// @param step what happened: `STARTED`, `PAUSED`, …
/// @param targetMinutes of the terms it names; null when it names none
/// @param dueAt where the deadline lies after it, or lay that was warned of or missed
public record LedgerLine(
        int seq,
        Instant at,
        String step,
        @Nullable Long targetMinutes,
        @Nullable Instant dueAt,
        @Nullable String cause) {}
