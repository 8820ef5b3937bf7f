package app.lienzo.people.web;

import app.lienzo.people.PeopleService;
import app.lienzo.ui.SetupStep;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/// Somebody beside the one who began: done when he came, waiting while his invitation is out.
@ApplicationScoped
class TeamStep implements SetupStep {
    private final PeopleService people;

    TeamStep(PeopleService people) {
        this.people = people;
    }

    @Override
    public String icon() {
        return "users";
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
        return "/organization/people/invite";
    }

    @Override
    public int position() {
        return 50;
    }

    @Override
    public Progress progress() {
        var company = people.company();
        if (company.several()) return Progress.DONE;
        return company.invited() ? Progress.WAITING : Progress.OPEN;
    }

    private static PeopleMessages words(Locale language) {
        return MessageBundles.get(PeopleMessages.class, Localized.Literal.of(language.getLanguage()));
    }
}
