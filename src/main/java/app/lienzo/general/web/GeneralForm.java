package app.lienzo.general.web;

import app.lienzo.tenancy.OrganizationView;
import app.lienzo.tenancy.Vocabulary;
import app.lienzo.ui.Languages;
import java.util.Locale;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/// What is typed about the organization, beside what was there when the page was made.
public record GeneralForm(
        @RestForm @Nullable String name,
        @RestForm @Nullable String language,
        @RestForm @Nullable String vocabulary,
        @RestForm @Nullable String seenName,
        @RestForm @Nullable String seenLanguage,
        @RestForm @Nullable String seenVocabulary) {
    static GeneralForm of(OrganizationView view) {
        var vocabulary = view.vocabulary().name();
        return new GeneralForm(view.name(), view.language(), vocabulary, view.name(), view.language(), vocabulary);
    }

    /// What the member looked at; what he sent no readable word of is as it is now.
    OrganizationView seen(OrganizationView now) {
        return new OrganizationView(
                now.id(),
                now.slug(),
                seenName == null ? now.name() : seenName,
                now.plan(),
                language(seenLanguage, now),
                vocabulary(seenVocabulary, now));
    }

    static String language(@Nullable String written, OrganizationView now) {
        return Optional.ofNullable(written)
                .flatMap(Languages::offered)
                .map(Locale::getLanguage)
                .orElse(now.language());
    }

    static Vocabulary vocabulary(@Nullable String written, OrganizationView now) {
        for (var vocabulary : Vocabulary.values()) if (vocabulary.name().equals(written)) return vocabulary;
        return now.vocabulary();
    }
}
