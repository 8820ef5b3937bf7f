package app.lienzo.domains.web;

import app.lienzo.domains.DomainService;
import app.lienzo.ui.SetupStep;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/// A domain of one's own, on the check list.
@ApplicationScoped
class DomainStep implements SetupStep {
    private final DomainService domains;

    DomainStep(DomainService domains) {
        this.domains = domains;
    }

    @Override
    public String icon() {
        return "world";
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
        return DomainResource.PATH;
    }

    @Override
    public int position() {
        return 30;
    }

    @Override
    public Progress progress() {
        return switch (domains.best()) {
            case ACTIVE -> Progress.DONE;
            case NONE -> Progress.OPEN;
            case BEGUN -> Progress.WAITING;
        };
    }

    private static DomainMessages words(Locale language) {
        return MessageBundles.get(DomainMessages.class, Localized.Literal.of(language.getLanguage()));
    }
}
