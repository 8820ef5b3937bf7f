package app.lienzo.conversations;

import app.lienzo.jobs.Chore;
import app.lienzo.live.EventLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/// Events older than any stream comes back for are forgotten.
@ApplicationScoped
class TrimEventLog implements Chore {
    private final EventLog log;
    private final Clock clock;
    private final ConversationConfig config;

    TrimEventLog(EventLog log, Clock clock, ConversationConfig config) {
        this.log = log;
        this.clock = clock;
        this.config = config;
    }

    @Override
    public String name() {
        return "trim-event-log";
    }

    @Override
    public void run() {
        log.forget(clock.instant().minus(config.eventsKept()));
    }
}
