package app.lienzo.calendars;

import app.lienzo.kernel.Refused;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/// Amounts of open time as people write them: `8 h`, `1h 30`, `90 min`, `1:30`, `2 d`.
public final class Amounts {
    private static final int LENGTH_MAX = 30;
    private static final Pattern CLOCK = Pattern.compile("([0-9]{1,4}):([0-5][0-9])");
    private static final Pattern UNITS = Pattern.compile(
            "(?:([0-9]{1,4})\\s?d(?:[a-zí]{0,5})?)?\\s?(?:([0-9]{1,5})(?:[.,](5|25|75))?\\s?h(?:[a-z]{0,4})?)?\\s?(?:([0-9]{1,6})\\s?(?:m(?:in)?[a-z]{0,4})?)?");

    private Amounts() {}

    /// @param day how much a business day is: `d` counts so many hours
    /// @throws Refused `amount-malformed`, also for nothing at all
    public static Duration read(String typed, Duration day) {
        var text = typed.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        if (text.isEmpty() || text.length() > LENGTH_MAX) throw Refused.invalid("amount-malformed");
        var clock = CLOCK.matcher(text);
        if (clock.matches()) {
            return positive(Duration.ofHours(number(clock.group(1))).plusMinutes(number(clock.group(2))));
        }
        var units = UNITS.matcher(text);
        if (!units.matches()) throw Refused.invalid("amount-malformed");
        // A number by itself is hours: nobody promises an answer in eight minutes without saying so.
        boolean bare = text.matches("[0-9]+");
        var rest = number(units.group(4));
        return positive(day.multipliedBy(number(units.group(1)))
                .plusHours(number(units.group(2)) + (bare ? rest : 0))
                .plusMinutes(part(units.group(3)) + (bare ? 0 : rest)));
    }

    /// Hours and minutes; the units are the same in all our languages.
    public static String written(Duration amount) {
        long minutes = amount.toMinutes();
        long hours = minutes / 60;
        if (hours == 0) return minutes + " min";
        return minutes % 60 == 0 ? hours + " h" : hours + " h " + minutes % 60 + " min";
    }

    private static long number(@org.jspecify.annotations.Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private static long part(@org.jspecify.annotations.Nullable String decimals) {
        if (decimals == null) return 0;
        return switch (decimals) {
            case "25" -> 15;
            case "75" -> 45;
            default -> 30;
        };
    }

    private static Duration positive(Duration amount) {
        if (amount.isZero()) throw Refused.invalid("amount-malformed");
        return amount;
    }
}
