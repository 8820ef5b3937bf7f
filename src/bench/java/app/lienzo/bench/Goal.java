package app.lienzo.bench;

import java.util.List;
import java.util.Locale;

/// What a benchmark has to reach, and what we would like it to.
///
/// @param beside what it is compared with
/// @param atLeast whether more is better
record Goal(String number, String what, String beside, boolean atLeast, double must, double aim, String unit) {
    static Goal atLeast(String number, String what, String beside, double must, double aim) {
        return new Goal(number, what, beside, true, must, aim, "");
    }

    static Goal atMost(String number, String what, String beside, double must, double aim) {
        return new Goal(number, what, beside, false, must, aim, "");
    }

    Goal in(String unit) {
        return new Goal(number, what, beside, atLeast, must, aim, " " + unit);
    }

    /// The median decides, and a goal is missed only when two of three values miss it.
    String verdict(List<Double> values) {
        long missed = values.stream().filter(value -> !reaches(value, must)).count();
        if (missed * 2 > values.size()) return "**missed**";
        return reaches(median(values), aim) ? "aim" : "must";
    }

    String written(double limit) {
        return (atLeast ? "≥ " : "≤ ") + number(limit) + unit;
    }

    String measured(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        var median = number(median(values)) + unit;
        return sorted.size() == 1
                ? median
                : median + " (" + number(sorted.getFirst()) + "–" + number(sorted.getLast()) + ")";
    }

    static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e9) return Long.toString((long) value);
        return String.format(
                Locale.ROOT, Math.abs(value) >= 100 ? "%.0f" : Math.abs(value) >= 10 ? "%.1f" : "%.2f", value);
    }

    private boolean reaches(double value, double limit) {
        return atLeast ? value >= limit : value <= limit;
    }
}
