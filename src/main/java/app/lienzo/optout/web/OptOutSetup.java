package app.lienzo.optout.web;

import app.lienzo.optout.OptOutService;
import app.lienzo.optout.OptOutView;
import app.lienzo.ui.SetupStep;
import app.lienzo.ui.SetupStep.Progress;
import app.lienzo.ui.SetupStep.Topic;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// Asking to be taken off the marketing list, on the check list: before people are invited.
@Dependent
class OptOutSetup {
    @Produces
    @Singleton
    SetupStep optOut(OptOutService requests) {
        return SetupStep.of(Topic.OPT_OUT, OptOutResource.PATH, () -> progress(requests));
    }

    /// Once it is asked for it is the platform's turn; after a refusal it is the organization's again.
    private static Progress progress(OptOutService requests) {
        var request = requests.current();
        if (request.map(OptOutView::done).orElse(false)) return Progress.DONE;
        return request.map(OptOutView::open).orElse(false) ? Progress.WAITING : Progress.OPEN;
    }
}
