package app.lienzo.general.web;

import app.lienzo.tenancy.OrganizationView;
import app.lienzo.tenancy.OwnDescription;
import app.lienzo.tenancy.Vocabulary;
import app.lienzo.ui.Languages;
import app.lienzo.ui.TimeZones;
import java.util.Locale;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/// What is typed about the organization, beside what was there when the page was made.
public record GeneralForm(
        @RestForm @Nullable String name,
        @RestForm @Nullable String language,
        @RestForm @Nullable String vocabulary,
        @RestForm @Nullable String timeZone,
        @RestForm @Nullable String seenName,
        @RestForm @Nullable String seenLanguage,
        @RestForm @Nullable String seenVocabulary,
        @RestForm @Nullable String seenTimeZone) {
    static GeneralForm of(OrganizationView view) {
        var vocabulary = view.vocabulary().name();
        var zone = view.timeZone() == null ? "" : view.timeZone();
        return new GeneralForm(
                view.name(), view.language(), vocabulary, zone, view.name(), view.language(), vocabulary, zone);
    }

    /// What the member looked at; what he sent no readable word of is as it is now.
    OrganizationView seen(OrganizationView now) {
        return new OrganizationView(
                now.id(),
                now.slug(),
                seenName == null ? now.name() : seenName,
                now.plan(),
                language(seenLanguage, now),
                vocabulary(seenVocabulary, now),
                zone(seenTimeZone, now));
    }

    OwnDescription.Said said(OrganizationView now) {
        return new OwnDescription.Said(
                name == null ? "" : name, language(language, now), vocabulary(vocabulary, now), zone(timeZone, now));
    }

    /// An empty one is none; one that nobody offered is as it is now.
    private static @Nullable String zone(@Nullable String written, OrganizationView now) {
        if (written != null && written.isEmpty()) return null;
        return TimeZones.OFFERED.contains(written) ? written : now.timeZone();
    }

    private static String language(@Nullable String written, OrganizationView now) {
        return Optional.ofNullable(written)
                .flatMap(Languages::offered)
                .map(Locale::getLanguage)
                .orElse(now.language());
    }

    private static Vocabulary vocabulary(@Nullable String written, OrganizationView now) {
        for (var vocabulary : Vocabulary.values()) if (vocabulary.name().equals(written)) return vocabulary;
        return now.vocabulary();
    }
}
