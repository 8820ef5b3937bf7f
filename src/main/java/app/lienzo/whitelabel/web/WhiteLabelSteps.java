package app.lienzo.whitelabel.web;

import app.lienzo.ui.SetupStep;
import app.lienzo.ui.SetupStep.Progress;
import app.lienzo.ui.SetupStep.Topic;
import app.lienzo.whitelabel.OwnBrandService;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// Being somebody of one's own, and looking like it: two steps on the check list, done in one editor. A draft that
/// waits
/// is begun; it is the Owner's own turn to publish it.
@Dependent
class WhiteLabelSteps {
    @Produces
    @Singleton
    SetupStep whiteLabel(OwnBrandService brand) {
        return SetupStep.of(Topic.WHITE_LABEL, "/organization/white-label", () -> progress(brand, brand.named()));
    }

    @Produces
    @Singleton
    SetupStep appearance(OwnBrandService brand) {
        return SetupStep.of(
                Topic.APPEARANCE, "/organization/white-label#colors", () -> progress(brand, brand.dressed()));
    }

    private static Progress progress(OwnBrandService brand, boolean done) {
        if (done) return Progress.DONE;
        return brand.drafted() ? Progress.WAITING : Progress.OPEN;
    }
}
