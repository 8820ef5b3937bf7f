package app.lienzo.domains.web;

import app.lienzo.domains.DomainService;
import app.lienzo.ui.SetupStep;
import app.lienzo.ui.SetupStep.Progress;
import app.lienzo.ui.SetupStep.Topic;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// A domain of one's own, on the check list.
@Dependent
class DomainStep {
    @Produces
    @Singleton
    SetupStep domain(DomainService domains) {
        return SetupStep.of(Topic.DOMAIN, DomainResource.PATH, () -> progress(domains));
    }

    private static Progress progress(DomainService domains) {
        return switch (domains.best()) {
            case ACTIVE -> Progress.DONE;
            case NONE -> Progress.OPEN;
            case BEGUN -> Progress.WAITING;
        };
    }
}
