package app.lienzo.secondfactor.web;

import app.lienzo.secondfactor.PolicyService;
import app.lienzo.ui.SetupStep;
import app.lienzo.ui.SetupStep.Progress;
import app.lienzo.ui.SetupStep.Topic;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// A second factor for everybody: done when it is asked for or all have one, waiting while only some have.
@Dependent
class AccessStep {
    @Produces
    @Singleton
    SetupStep secondFactor(PolicyService policies) {
        return SetupStep.of(Topic.SECOND_FACTOR, "/organization/security", () -> progress(policies));
    }

    private static Progress progress(PolicyService policies) {
        if (policies.current().required()) return Progress.DONE;
        var spread = policies.spread();
        if (spread.on() == spread.members()) return Progress.DONE;
        return spread.on() > 0 ? Progress.WAITING : Progress.OPEN;
    }
}
