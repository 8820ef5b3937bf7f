package app.lienzo.deadlines;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How long there is. Warnings are named by what is left when they are due, the earliest first.
public sealed interface DeadlineTerms {
    /// By the clock on the wall, day and night: `(72, [24, 6])` warns after 48 and after 66 hours.
    record WallHours(int hours, List<Integer> warnHoursLeft) implements DeadlineTerms {
        public WallHours {
            checked(hours, warnHoursLeft);
            warnHoursLeft = List.copyOf(warnHoursLeft);
        }
    }

    /// Until the end of the so-manieth business day after the one it starts on.
    ///
    /// @param calendar one of the platform's; null for its first
    record BusinessDays(int days, @Nullable UUID calendar, List<Integer> warnDaysLeft) implements DeadlineTerms {
        public BusinessDays {
            checked(days, warnDaysLeft);
            warnDaysLeft = List.copyOf(warnDaysLeft);
        }
    }

    private static void checked(int amount, List<Integer> warnings) {
        if (amount < 1) throw new IllegalArgumentException("No time at all: " + amount);
        for (int left : warnings) {
            if (left < 1 || left >= amount) throw new IllegalArgumentException("A warning outside of it: " + left);
        }
    }
}
