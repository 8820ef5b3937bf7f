package app.lienzo.sender.web;

import app.lienzo.sender.SenderService;
import app.lienzo.ui.SetupStep;
import app.lienzo.ui.SetupStep.Progress;
import app.lienzo.ui.SetupStep.Topic;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// A sender of one's own: waiting while DNS does not prove it.
@Dependent
class SenderStep {
    @Produces
    @Singleton
    SetupStep sender(SenderService senders) {
        return SetupStep.of(Topic.SENDER, "/organization/mail/sender", () -> progress(senders));
    }

    private static Progress progress(SenderService senders) {
        var sender = senders.get();
        if (sender.domain() == null) return Progress.OPEN;
        return sender.proved() ? Progress.DONE : Progress.WAITING;
    }
}
