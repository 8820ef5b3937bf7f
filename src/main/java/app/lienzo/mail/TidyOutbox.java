package app.lienzo.mail;

import app.lienzo.jobs.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/// Gives up what waited too long and forgets what was sent long ago.
@ApplicationScoped
class TidyOutbox implements Chore {
    private final Outbox outbox;
    private final Clock clock;
    private final MailConfig config;

    TidyOutbox(Outbox outbox, Clock clock, MailConfig config) {
        this.outbox = outbox;
        this.clock = clock;
        this.config = config;
    }

    @Override
    public String name() {
        return "tidy-outbox";
    }

    @Override
    public void run() {
        outbox.giveUp(clock.instant().minus(config.waitMax()));
        outbox.forget(clock.instant().minus(config.kept()));
    }
}
