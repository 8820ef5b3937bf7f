package app.lienzo.secondfactor.web;

import app.lienzo.secondfactor.PolicyService;
import app.lienzo.ui.SetupStep;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/// A second factor for everybody: done when it is asked for or all have one, waiting while only some have.
@ApplicationScoped
class AccessStep implements SetupStep {
    private final PolicyService policies;

    AccessStep(PolicyService policies) {
        this.policies = policies;
    }

    @Override
    public String icon() {
        return "shield-lock";
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
        return "/organization/security";
    }

    @Override
    public int position() {
        return 12;
    }

    @Override
    public Progress progress() {
        if (policies.current().required()) return Progress.DONE;
        var spread = policies.spread();
        if (spread.on() == spread.members()) return Progress.DONE;
        return spread.on() > 0 ? Progress.WAITING : Progress.OPEN;
    }

    private static SecondFactorMessages words(Locale language) {
        return MessageBundles.get(SecondFactorMessages.class, Localized.Literal.of(language.getLanguage()));
    }
}
