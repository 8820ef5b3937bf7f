package app.lienzo.portal;

import app.lienzo.live.Audience;
import app.lienzo.live.LiveHub;
import app.lienzo.portalaccess.PortalAccessService;
import app.lienzo.portalaccess.PortalSiteService;
import app.lienzo.spaces.SpaceService;
import app.lienzo.tenancy.Signals;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;

/// A contact's access, companies or sessions changed, or a portal or its space was closed: open streams end, and
/// whoever comes back is asked anew who he is and what he may see. Rare enough to ask all customers of the
/// organization;
/// where nothing changed they go on where they were.
@ApplicationScoped
class OnPortalAccessChanged {
    private final Signals signals;
    private final LiveHub live;

    OnPortalAccessChanged(Signals signals, LiveHub live) {
        this.signals = signals;
        this.live = live;
    }

    void start(@Observes StartupEvent event) {
        signals.listen(PortalAccessService.CHANGED, this::end);
        signals.listen(PortalSiteService.CHANGED, this::endAll);
        signals.listen(SpaceService.CHANGED, this::endAll);
    }

    private void endAll(String organization) {
        // Hints of everything come by the first topic too.
        if (!organization.equals(Signals.EVERYTHING)) live.close(organization, Audience.Customer.class::isInstance);
    }

    private void end(String who) {
        if (who.equals(Signals.EVERYTHING)) {
            live.closeEverywhere(Audience.Customer.class::isInstance);
            return;
        }
        int space = who.indexOf(' ');
        var changed = UUID.fromString(who.substring(space + 1));
        live.close(
                who.substring(0, space),
                audience -> audience instanceof Audience.Customer customer
                        && customer.contact().equals(changed));
    }
}
