package app.lienzo.companies;

import app.lienzo.ui.Words;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Something to choose for a company's standing.
///
/// @param key what is stored with the company
/// @param label null for the words that come with the product
public record StandingOption(
        StandingKind kind, String key, @Nullable String label) {
    static final String WORDS = "standing";

    public String text(Locale language) {
        return label == null ? Words.text(WORDS, language, wordsKey(kind, key)) : label;
    }

    static String wordsKey(StandingKind kind, String key) {
        return kind.name().toLowerCase(Locale.ROOT) + "." + key;
    }
}
