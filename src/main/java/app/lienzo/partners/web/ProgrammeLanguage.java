package app.lienzo.partners.web;

import app.lienzo.partners.PartnerPaths;
import app.lienzo.ui.LanguagePreference;
import app.lienzo.ui.Languages;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;

/// The programme page at the address of one language is in that language, whatever the browser asks for.
@ApplicationScoped
class ProgrammeLanguage implements LanguagePreference {
    private final CurrentVertxRequest request;

    ProgrammeLanguage(CurrentVertxRequest request) {
        this.request = request;
    }

    @Override
    public Optional<String> language() {
        var asked = request.getCurrent();
        if (asked == null) return Optional.empty();
        var path = asked.normalizedPath();
        return Languages.OFFERED.stream()
                .map(Locale::getLanguage)
                .filter(language -> path.equals(PartnerPaths.PROGRAMME + "/" + language))
                .findFirst();
    }
}
