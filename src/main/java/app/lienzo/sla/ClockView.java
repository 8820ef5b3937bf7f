package app.lienzo.sla;

import app.lienzo.clocks.ClockState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A clock of a ticket for its readers.
///
/// @param cause why it stands still or was given up
/// @param targetMinutes open time there is
/// @param usedMinutes of it by now
/// @param late whether its deadline came before it was met, or has come
public record ClockView(
        Metric metric,
        ClockState state,
        @Nullable String cause,
        long targetMinutes,
        long usedMinutes,
        Instant startedAt,
        @Nullable Instant dueAt,
        @Nullable Instant warnAt,
        @Nullable Instant warnedAt,
        @Nullable Instant breachedAt,
        @Nullable Instant endedAt,
        boolean late) {}
