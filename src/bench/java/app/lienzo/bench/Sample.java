package app.lienzo.bench;

import java.util.Arrays;

/// What one run gave.
///
/// @param done what was finished and right
/// @param latencies of each, in nanoseconds, sorted
record Sample(long done, double seconds, long[] latencies) {
    static Sample of(double seconds, long[] latencies) {
        Arrays.sort(latencies);
        return new Sample(latencies.length, seconds, latencies);
    }

    double rate() {
        return done / seconds;
    }

    double millis(double quantile) {
        if (latencies.length == 0) return Double.NaN;
        return latencies[(int) Math.min(latencies.length - 1L, Math.round(quantile * latencies.length))] / 1e6;
    }

    /// How far the slowest of a hundred stands from the middle.
    double spread() {
        return millis(0.99) / millis(0.5);
    }
}
