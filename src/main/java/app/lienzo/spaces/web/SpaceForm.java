package app.lienzo.spaces.web;

import app.lienzo.spaces.SpaceSettings;
import app.lienzo.spaces.SpaceView;
import app.lienzo.tenancy.Vocabulary;
import app.lienzo.ui.Languages;
import java.util.Locale;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/// What is typed about a space.
///
/// @param slug only for a new one
/// @param vocabulary empty for the organization's
/// @param language empty for the organization's
public record SpaceForm(
        @RestForm @Nullable String name,
        @RestForm @Nullable String slug,
        @RestForm @Nullable String vocabulary,
        @RestForm @Nullable String language) {
    static final SpaceForm EMPTY = new SpaceForm("", "", "", "");

    static SpaceForm of(SpaceView space) {
        return new SpaceForm(
                space.name(),
                space.slug(),
                space.vocabulary() == null ? "" : space.vocabulary().name(),
                space.language() == null ? "" : space.language());
    }

    SpaceSettings settings() {
        return new SpaceSettings(name == null ? "" : name, vocabulary(vocabulary), language(language));
    }

    /// Null for the organization's, and for what is none.
    static @Nullable Vocabulary vocabulary(@Nullable String written) {
        if (written == null) return null;
        var name = written.toUpperCase(Locale.ROOT).replace('-', '_');
        for (var vocabulary : Vocabulary.values()) if (vocabulary.name().equals(name)) return vocabulary;
        return null;
    }

    static @Nullable String language(@Nullable String written) {
        return Optional.ofNullable(written)
                .flatMap(Languages::offered)
                .map(Locale::getLanguage)
                .orElse(null);
    }
}
