package app.lienzo.spaces.web;

import app.lienzo.spaces.SpaceTeamService;
import app.lienzo.ui.SetupStep;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/// A space of one's own, and somebody who runs it.
@ApplicationScoped
class SpaceStep implements SetupStep {
    private final SpaceTeamService teams;

    SpaceStep(SpaceTeamService teams) {
        this.teams = teams;
    }

    @Override
    public String icon() {
        return "layout-grid";
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
        return "/organization/spaces";
    }

    @Override
    public int position() {
        return 60;
    }

    @Override
    public Progress progress() {
        return teams.somebodyRuns() ? Progress.DONE : Progress.OPEN;
    }

    private static SpaceMessages words(Locale language) {
        return MessageBundles.get(SpaceMessages.class, Localized.Literal.of(language.getLanguage()));
    }
}
