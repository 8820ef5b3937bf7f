package app.lienzo.clocks;

import java.time.Instant;

/// A line of the ledger.
///
/// @param seq its place, from 1
public record ClockEntry(int seq, Instant at, ClockStep step) {}
