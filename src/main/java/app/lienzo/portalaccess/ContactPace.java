package app.lienzo.portalaccess;

import app.lienzo.kernel.Refused;
import app.lienzo.ui.Pace;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/// Keeps one contact from drowning the team and the other contacts, from however many browsers and addresses he sends.
@ApplicationScoped
public class ContactPace {
    private final Pace sendings;

    ContactPace(PortalAccessConfig config) {
        this.sendings = new Pace(config.sendingsPerMinuteMax(), Duration.ofMinutes(1), "requests-too-often");
    }

    /// @throws Refused `requests-too-often`
    public void count(SignedInContact me) {
        sendings.count(me.contact());
    }
}
