package app.lienzo.fields;

import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody wants a field to be.
///
/// @param options of a CHOICE; of anything else they are ignored
/// @param defaultValue as it would be typed; null or empty for none
public record FieldDraft(
        String label,
        FieldKind kind,
        List<String> options,
        boolean required,
        @Nullable String defaultValue,
        boolean inPortal) {
    public static final int LABEL_MAX = 80;
    public static final int OPTION_MAX = 80;
    public static final int OPTIONS_MAX = 200;

    /// @throws Refused `field-label-missing`, `field-options-missing`, `field-options-too-many`,
    ///     `field-default-invalid`
    FieldDraft checked() {
        var line = SafeText.line(label, LABEL_MAX);
        if (line.isEmpty()) throw Refused.invalid("field-label-missing");
        var choices = kind == FieldKind.CHOICE ? choices() : List.<String>of();
        var usual = defaultValue == null || defaultValue.isBlank() ? null : defaultValue.strip();
        if (usual != null && FieldValue.read(kind, choices, usual).isEmpty())
            throw Refused.invalid("field-default-invalid");
        return new FieldDraft(line, kind, choices, required, usual, inPortal);
    }

    private List<String> choices() {
        var lines = options.stream()
                .map(option -> SafeText.line(option, OPTION_MAX))
                .filter(option -> !option.isEmpty())
                .distinct()
                .toList();
        if (lines.isEmpty()) throw Refused.invalid("field-options-missing");
        if (lines.size() > OPTIONS_MAX) throw Refused.invalid("field-options-too-many", OPTIONS_MAX);
        return lines;
    }
}
