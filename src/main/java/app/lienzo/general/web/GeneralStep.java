package app.lienzo.general.web;

import app.lienzo.general.GeneralService;
import app.lienzo.ui.SetupStep;
import app.lienzo.ui.SetupStep.Progress;
import app.lienzo.ui.SetupStep.Topic;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// BY-10: the settings first; done when an Owner has looked at them and saved.
@Dependent
class GeneralStep {
    @Produces
    @Singleton
    SetupStep settings(GeneralService general) {
        return SetupStep.of(Topic.SETTINGS, GeneralResource.PATH, () -> Progress.of(general.given()));
    }
}
