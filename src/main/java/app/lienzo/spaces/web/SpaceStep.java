package app.lienzo.spaces.web;

import app.lienzo.spaces.SpaceTeamService;
import app.lienzo.ui.SetupStep;
import app.lienzo.ui.SetupStep.Progress;
import app.lienzo.ui.SetupStep.Topic;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// A space of one's own, and somebody who runs it.
@Dependent
class SpaceStep {
    @Produces
    @Singleton
    SetupStep spaces(SpaceTeamService teams) {
        return SetupStep.of(Topic.SPACES, "/organization/spaces", () -> Progress.of(teams.somebodyRuns()));
    }
}
