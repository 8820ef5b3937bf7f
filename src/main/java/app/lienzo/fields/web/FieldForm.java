package app.lienzo.fields.web;

import app.lienzo.fields.FieldDraft;
import app.lienzo.fields.FieldKind;
import app.lienzo.fields.FieldView;
import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/// A field as it is typed.
///
/// @param options one on each line
/// @param usual its default
/// @param needed whether it is required
public record FieldForm(
        @RestForm @Nullable String label,
        @RestForm @Nullable String kind,
        @RestForm @Nullable String options,
        @RestForm @Nullable String usual,
        @RestForm @Nullable String needed,
        @RestForm @Nullable String inPortal) {
    static final FieldForm EMPTY = new FieldForm("", "TEXT", "", "", null, null);

    static FieldForm of(FieldView field) {
        return new FieldForm(
                field.label(),
                field.kind().name(),
                String.join("\n", field.options()),
                field.defaultValue(),
                field.required() ? "on" : null,
                field.inPortal() ? "on" : null);
    }

    FieldDraft draft() {
        var lines = options == null ? List.<String>of() : options.lines().toList();
        return new FieldDraft(label == null ? "" : label, kind(kind), lines, needs(), usual, shows());
    }

    public boolean needs() {
        return needed != null;
    }

    public boolean shows() {
        return inPortal != null;
    }

    /// TEXT for what is no kind.
    static FieldKind kind(@Nullable String name) {
        return Arrays.stream(FieldKind.values())
                .filter(kind -> kind.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(FieldKind.TEXT);
    }
}
