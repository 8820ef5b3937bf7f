package app.lienzo.calendars;

import app.lienzo.kernel.Refused;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;

/// When it is open in a usual week: a list of hours for each day, Monday first.
public record WeekHours(List<List<Hours>> days) {
    public static final int DAYS = 7;

    public WeekHours {
        if (days.size() != DAYS) throw new IllegalArgumentException("A week has seven days");
        days = days.stream().map(Hours::merged).toList();
    }

    /// @param typed one text for each day, Monday first, as [Hours] reads it. `22:00-06:00` goes on into the next
    ///     day: its second half is kept there.
    /// @throws Refused `hours-unreadable`, `hours-too-many`
    public static WeekHours read(List<String> typed) {
        var days = new ArrayList<List<Hours>>();
        for (int day = 0; day < DAYS; day++) days.add(new ArrayList<>());
        for (int day = 0; day < DAYS; day++) {
            for (var range : Hours.rangesOf(day < typed.size() ? typed.get(day) : "")) {
                days.get(day).add(new Hours(range[0], Math.min(range[1], Hours.DAY)));
                if (range[1] > Hours.DAY) days.get((day + 1) % DAYS).add(new Hours(0, range[1] - Hours.DAY));
            }
        }
        return new WeekHours(days);
    }

    /// Monday to Friday from nine to six.
    public static WeekHours usual() {
        var open = "09:00-18:00";
        return read(List.of(open, open, open, open, open, "", ""));
    }

    public List<Hours> on(DayOfWeek day) {
        return days.get(day.getValue() - 1);
    }

    public boolean neverOpen() {
        return days.stream().allMatch(List::isEmpty);
    }

    /// Open on every day around the clock.
    public boolean always() {
        return days.stream().allMatch(List.of(new Hours(0, Hours.DAY))::equals);
    }

    /// As [#read] takes it.
    public List<String> written() {
        return days.stream().map(Hours::written).toList();
    }
}
