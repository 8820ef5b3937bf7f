package app.lienzo.optout.web;

import app.lienzo.optout.OptOutService;
import app.lienzo.optout.OptOutView;
import app.lienzo.ui.SetupStep;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/// Asking to be taken off the marketing list, on the check list: before people are invited.
@ApplicationScoped
class OptOutSetup implements SetupStep {
    private final OptOutService requests;

    OptOutSetup(OptOutService requests) {
        this.requests = requests;
    }

    @Override
    public String icon() {
        return "mail-off";
    }

    @Override
    public String title(Locale language) {
        return words(language).setupTitle();
    }

    @Override
    public String hint(Locale language) {
        return words(language).setupHint();
    }

    @Override
    public String path() {
        return OptOutResource.PATH;
    }

    @Override
    public int position() {
        return 45;
    }

    /// Once it is asked for it is the platform's turn; after a refusal it is the organization's again.
    @Override
    public Progress progress() {
        var request = requests.current();
        if (request.map(OptOutView::done).orElse(false)) return Progress.DONE;
        return request.map(OptOutView::open).orElse(false) ? Progress.WAITING : Progress.OPEN;
    }

    private static OptOutMessages words(Locale language) {
        return MessageBundles.get(OptOutMessages.class, Localized.Literal.of(language.getLanguage()));
    }
}
