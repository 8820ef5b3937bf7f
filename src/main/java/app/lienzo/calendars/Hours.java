package app.lienzo.calendars;

import app.lienzo.kernel.Refused;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A stretch of one day on the wall clock, in minutes since midnight: `to` is not in it and may be 1440, the
/// midnight at the day's end.
public record Hours(int from, int to) {
    static final int DAY = 1440;
    static final int RANGES_MAX = 6;

    private static final int LENGTH_MAX = 120;
    private static final Pattern RANGE = Pattern.compile(
            "([0-9]{1,2})(?::([0-9]{2}))?\\s{0,3}h?\\s{0,3}[-–—]\\s{0,3}([0-9]{1,2})(?::([0-9]{2}))?\\s{0,3}h?");

    public Hours {
        if (from < 0 || to > DAY || from >= to) throw new IllegalArgumentException(from + "-" + to);
    }

    /// Reads `9-13, 15:00-18:30`; nothing for a closed day. What ends before it begins goes on after midnight:
    /// `to` is then larger than a day in the answer of [#rangesOf].
    ///
    /// @throws Refused `hours-unreadable`, `hours-too-many`
    static List<int[]> rangesOf(String typed) {
        if (typed.isBlank()) return List.of();
        if (typed.length() > LENGTH_MAX) throw Refused.invalid("hours-unreadable");
        var parts = typed.strip().split("\\s*[,;]\\s*");
        if (parts.length > RANGES_MAX) throw Refused.invalid("hours-too-many", RANGES_MAX);
        var found = new ArrayList<int[]>();
        for (var part : parts) found.add(range(part));
        return found;
    }

    /// The hours of one date by itself, which cannot go on into the next.
    ///
    /// @throws Refused `hours-unreadable`, `hours-too-many`, `hours-over-midnight`
    public static List<Hours> ofDate(String typed) {
        var found = new ArrayList<Hours>();
        for (var range : rangesOf(typed)) {
            if (range[1] > DAY) throw Refused.invalid("hours-over-midnight");
            found.add(new Hours(range[0], range[1]));
        }
        return merged(found);
    }

    /// In order, and what touches or overlaps made one.
    static List<Hours> merged(List<Hours> ranges) {
        var sorted =
                ranges.stream().sorted(Comparator.comparingInt(Hours::from)).toList();
        var merged = new ArrayList<Hours>();
        for (var next : sorted) {
            var last = merged.isEmpty() ? null : merged.getLast();
            if (last == null || next.from > last.to) merged.add(next);
            else merged.set(merged.size() - 1, new Hours(last.from, Math.max(last.to, next.to)));
        }
        return List.copyOf(merged);
    }

    /// As [#rangesOf] reads it.
    public static String written(List<Hours> hours) {
        return hours.stream().map(Hours::toString).collect(Collectors.joining(", "));
    }

    public boolean contains(int minute) {
        return from <= minute && minute < to;
    }

    @Override
    public String toString() {
        return clock(from) + "-" + clock(to);
    }

    static String clock(int minute) {
        return "%02d:%02d".formatted(minute / 60, minute % 60);
    }

    private static int[] range(String part) {
        var matcher = RANGE.matcher(part.strip());
        if (!matcher.matches()) throw Refused.invalid("hours-unreadable");
        int from = minute(matcher.group(1), matcher.group(2));
        int to = minute(matcher.group(3), matcher.group(4));
        if (from == DAY || from == to) throw Refused.invalid("hours-unreadable");
        return new int[] {from, to > from ? to : to + DAY};
    }

    private static int minute(String hour, @org.jspecify.annotations.Nullable String minute) {
        int minutes = Integer.parseInt(hour) * 60 + (minute == null ? 0 : Integer.parseInt(minute));
        if (minutes > DAY || (minute != null && Integer.parseInt(minute) > 59))
            throw Refused.invalid("hours-unreadable");
        return minutes;
    }
}
