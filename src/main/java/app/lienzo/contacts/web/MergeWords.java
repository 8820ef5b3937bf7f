package app.lienzo.contacts.web;

import app.lienzo.fields.FieldView;
import app.lienzo.ui.Languages;
import java.util.List;
import java.util.Locale;

/// How the page of a merge calls what the files say.
///
/// @param fields own ones of the space
record MergeWords(List<FieldView> fields, Languages languages) {
    /// An own field; by its key when it is gone.
    public String label(String key) {
        return fields.stream()
                .filter(field -> field.key().equals(key))
                .map(FieldView::label)
                .findFirst()
                .orElse(key);
    }

    public String language(String code) {
        return languages.name(Locale.of(code));
    }
}
