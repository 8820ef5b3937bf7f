package app.lienzo.fields;

import app.lienzo.kernel.SafeText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What was typed, as it is stored: a text, a number, a day as `yyyy-mm-dd`, one of the options, true or false.
final class FieldValue {
    static final int TEXT_MAX = 2_000;

    /// Numbers as people type them, with a point or a comma before the fraction and nothing between thousands.
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}([.,][0-9]{1,6})?");

    private static final Set<String> YES = Set.of("true", "on", "yes", "1", "sí", "si", "sim", "x");
    private static final Set<String> NO = Set.of("false", "off", "no", "0", "não", "nao");

    private FieldValue() {}

    /// Nothing for what the kind does not take.
    static Optional<Object> read(FieldKind kind, List<String> options, String typed) {
        var line = typed.strip();
        return switch (kind) {
            case TEXT -> text(typed);
            case NUMBER -> NUMBER.matcher(line).matches() ? Optional.of(number(line)) : Optional.empty();
            case DATE -> date(line);
            case CHOICE ->
                options.stream()
                        .filter(option -> option.equalsIgnoreCase(line))
                        .findFirst()
                        .map(option -> option);
            case CHECKBOX -> ticked(line.toLowerCase(Locale.ROOT));
        };
    }

    private static Optional<Object> text(String typed) {
        var block = SafeText.block(typed);
        return block.length() > TEXT_MAX ? Optional.empty() : Optional.of(block);
    }

    private static Object number(String line) {
        return new BigDecimal(line.replace(',', '.'));
    }

    private static Optional<Object> date(String line) {
        try {
            var day = LocalDate.parse(line);
            return day.getYear() < 1 || day.getYear() > 9_999 ? Optional.empty() : Optional.of(day.toString());
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private static Optional<Object> ticked(String line) {
        if (YES.contains(line)) return Optional.of(true);
        return NO.contains(line) ? Optional.of(false) : Optional.empty();
    }
}
