package app.lienzo.fields;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A custom field.
///
/// @param key what values lie under; stays when the label changes
/// @param options of a CHOICE, in their order
/// @param required whether there has to be a value; of a CHECKBOX that it is ticked
/// @param defaultValue what counts when nothing is said at all, written as it would be typed; null for none
/// @param inPortal whether customers see it and fill it in
public record FieldView(
        UUID id,
        UUID space,
        FieldSubject subject,
        String key,
        String label,
        FieldKind kind,
        List<String> options,
        boolean required,
        @Nullable String defaultValue,
        boolean inPortal,
        int position,
        int version) {
    /// The name of its input in a form.
    public String input() {
        return FieldService.INPUT + key;
    }

    /// Ready to be changed.
    public FieldDraft draft() {
        return new FieldDraft(label, kind, options, required, defaultValue, inPortal);
    }
}
