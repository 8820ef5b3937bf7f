package app.lienzo.sender.web;

import app.lienzo.sender.SenderService;
import app.lienzo.ui.SetupStep;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/// A sender of one's own: waiting while DNS does not prove it.
@ApplicationScoped
class SenderStep implements SetupStep {
    private final SenderService senders;

    SenderStep(SenderService senders) {
        this.senders = senders;
    }

    @Override
    public String icon() {
        return "mail-check";
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
        return "/organization/mail/sender";
    }

    @Override
    public int position() {
        return 40;
    }

    @Override
    public Progress progress() {
        var sender = senders.get();
        if (sender.domain() == null) return Progress.OPEN;
        return sender.proved() ? Progress.DONE : Progress.WAITING;
    }

    private static SenderMessages words(Locale language) {
        return MessageBundles.get(SenderMessages.class, Localized.Literal.of(language.getLanguage()));
    }
}
