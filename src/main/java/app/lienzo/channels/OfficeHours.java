package app.lienzo.channels;

import app.lienzo.kernel.Refused;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// When somebody answers: `mon-fri 09:00-13:00,14:00-18:00; sat 09:00-12:00`, in one time zone. Nothing
/// means always.
record OfficeHours(List<Range> ranges, ZoneId zone) {
    private static final int LENGTH_MAX = 300;
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final Pattern LINE = Pattern.compile(
            "([a-z]{3})(?:-([a-z]{3}))?\\s+([0-9]{2}:[0-9]{2}-[0-9]{2}:[0-9]{2}(?:\\s*,\\s*[0-9]{2}:[0-9]{2}-[0-9]{2}:[0-9]{2}){0,5})");

    /// From one minute to another of every day between two, both included; the end of a range is not in
    /// it.
    record Range(DayOfWeek first, DayOfWeek last, LocalTime from, LocalTime to) {
        boolean contains(DayOfWeek day, LocalTime time) {
            return first.compareTo(day) <= 0 && day.compareTo(last) <= 0 && !time.isBefore(from) && time.isBefore(to);
        }
    }

    /// @throws Refused `hours-malformed`
    static OfficeHours read(String written, String zone) {
        try {
            var ranges = new ArrayList<Range>();
            if (written.length() > LENGTH_MAX) throw Refused.invalid("hours-malformed");
            for (var line : written.toLowerCase(Locale.ROOT).split(";")) {
                if (!line.isBlank()) ranges.addAll(ranges(line.strip()));
            }
            return new OfficeHours(List.copyOf(ranges), ZoneId.of(zone));
        } catch (DateTimeException _) {
            throw Refused.invalid("hours-malformed");
        }
    }

    boolean open(Instant now) {
        var local = now.atZone(zone);
        return ranges.isEmpty()
                || ranges.stream().anyMatch(range -> range.contains(local.getDayOfWeek(), local.toLocalTime()));
    }

    private static List<Range> ranges(String line) {
        var matcher = LINE.matcher(line);
        if (!matcher.matches()) throw Refused.invalid("hours-malformed");
        var first = day(matcher.group(1));
        var last = matcher.group(2) == null ? first : day(matcher.group(2));
        var found = new ArrayList<Range>();
        for (var times : matcher.group(3).split(",")) {
            var ends = times.strip().split("-");
            var range = new Range(first, last, LocalTime.parse(ends[0]), LocalTime.parse(ends[1]));
            if (first.compareTo(last) > 0 || !range.from().isBefore(range.to()))
                throw Refused.invalid("hours-malformed");
            found.add(range);
        }
        return found;
    }

    private static DayOfWeek day(String name) {
        int index = DAYS.indexOf(name);
        if (index < 0) throw Refused.invalid("hours-malformed");
        return DayOfWeek.of(index + 1);
    }
}
