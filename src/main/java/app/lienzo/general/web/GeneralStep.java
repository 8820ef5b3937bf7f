package app.lienzo.general.web;

import app.lienzo.general.GeneralService;
import app.lienzo.ui.SetupStep;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/// BY-10: the settings first; done when an Owner has looked at them and saved.
@ApplicationScoped
class GeneralStep implements SetupStep {
    private final GeneralService general;

    GeneralStep(GeneralService general) {
        this.general = general;
    }

    @Override
    public String icon() {
        return "building";
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
        return GeneralResource.PATH;
    }

    @Override
    public int position() {
        return 10;
    }

    @Override
    public Progress progress() {
        return general.given() ? Progress.DONE : Progress.OPEN;
    }

    private static GeneralMessages words(Locale language) {
        return MessageBundles.get(GeneralMessages.class, Localized.Literal.of(language.getLanguage()));
    }
}
