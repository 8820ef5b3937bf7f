package app.lienzo.sla;

import app.lienzo.clocks.ClockState;
import app.lienzo.clocks.Terms;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The row of a clock: what its ledger says, ready to be listed.
///
/// @param cause of its being paused or cancelled
/// @param firstSeq where the ledger begins that counts: its start or last reset
record ResponseClock(
        UUID ticket,
        Metric metric,
        Basis basis,
        ClockState state,
        @Nullable String cause,
        Terms terms,
        Instant startedAt,
        @Nullable Instant dueAt,
        @Nullable Instant warnAt,
        @Nullable Instant warnedAt,
        @Nullable Instant breachedAt,
        @Nullable Instant endedAt,
        int firstSeq,
        int lastSeq) {

    /// When somebody has to look at it: at the next warning or deadline that nobody was told of.
    @Nullable
    Instant alarm() {
        if (!state.open()) return null;
        var due = dueAt == null || (breachedAt != null && !dueAt.isAfter(breachedAt)) ? null : dueAt;
        var warn = warnAt == null || due == null || (warnedAt != null && !warnAt.isAfter(warnedAt)) ? null : warnAt;
        if (warn == null) return due;
        return due == null || warn.isBefore(due) ? warn : due;
    }
}
