package app.lienzo.fields;

import io.quarkus.qute.TemplateExtension;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Values for templates: `{custom:typed(field, values)}` is what stands in an input, `{custom:ticked(field, values)}`
/// whether a box is ticked.
@TemplateExtension(namespace = "custom")
public final class FieldTexts {
    private FieldTexts() {}

    public static String typed(FieldView field, Map<String, ?> values) {
        return text(values.get(field.key()));
    }

    public static boolean ticked(FieldView field, Map<String, ?> values) {
        return Boolean.parseBoolean(typed(field, values))
                || typed(field, values).equals("on");
    }

    /// Whether there is something to show.
    public static boolean has(FieldView field, Map<String, ?> values) {
        return !typed(field, values).isEmpty();
    }

    /// Whether the value is a choice that is not offered any more.
    public static boolean gone(FieldView field, Map<String, ?> values) {
        return field.kind() == FieldKind.CHOICE
                && has(field, values)
                && !field.options().contains(typed(field, values));
    }

    /// A value as a person would type it; empty for none.
    public static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            default -> value.toString();
        };
    }
}
