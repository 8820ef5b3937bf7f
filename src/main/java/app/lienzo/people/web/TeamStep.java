package app.lienzo.people.web;

import app.lienzo.people.PeopleService;
import app.lienzo.ui.SetupStep;
import app.lienzo.ui.SetupStep.Progress;
import app.lienzo.ui.SetupStep.Topic;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// Somebody beside the one who began: done when he came, waiting while his invitation is out.
@Dependent
class TeamStep {
    @Produces
    @Singleton
    SetupStep team(PeopleService people) {
        return SetupStep.of(Topic.TEAM, "/organization/people/invite", () -> progress(people));
    }

    private static Progress progress(PeopleService people) {
        var company = people.company();
        if (company.several()) return Progress.DONE;
        return company.invited() ? Progress.WAITING : Progress.OPEN;
    }
}
