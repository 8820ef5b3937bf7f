package app.lienzo.whitelabel.web;

import app.lienzo.ui.SetupStep;
import app.lienzo.whitelabel.DraftService;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/// Giving the organization its look, on the check list.
@ApplicationScoped
class WhiteLabelStep implements SetupStep {
    private final DraftService drafts;

    WhiteLabelStep(DraftService drafts) {
        this.drafts = drafts;
    }

    @Override
    public String icon() {
        return "palette";
    }

    @Override
    public String title(Locale language) {
        return words(language).stepTitle();
    }

    @Override
    public String hint(Locale language) {
        return words(language).stepHint();
    }

    @Override
    public String path() {
        return "/organization/white-label";
    }

    @Override
    public int position() {
        return 20;
    }

    /// A draft that waits is begun; it is the Owner's own turn to publish it.
    @Override
    public Progress progress() {
        if (drafts.hasPublished()) return Progress.DONE;
        return drafts.current().pending() ? Progress.WAITING : Progress.OPEN;
    }

    private static WhitelabelMessages words(Locale language) {
        return MessageBundles.get(WhitelabelMessages.class, Localized.Literal.of(language.getLanguage()));
    }
}
