package app.lienzo.portalaccess;

import app.lienzo.jobs.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/// Sessions that are over and links that nobody counts any more are forgotten.
@ApplicationScoped
class ForgetEndedAccess implements Chore {
    private final PortalSessions sessions;
    private final PortalLinks links;
    private final Clock clock;
    private final PortalAccessConfig config;

    ForgetEndedAccess(PortalSessions sessions, PortalLinks links, Clock clock, PortalAccessConfig config) {
        this.sessions = sessions;
        this.links = links;
        this.clock = clock;
        this.config = config;
    }

    @Override
    public String name() {
        return "forget-ended-portal-access";
    }

    @Override
    public void run() {
        sessions.forget();
        links.forget(clock.instant().minus(config.kept()));
    }
}
