package app.lienzo.conversations;

import app.lienzo.identity.AccessService;
import app.lienzo.live.Audience;
import app.lienzo.live.LiveHub;
import app.lienzo.tenancy.Signals;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;

/// Somebody's rights or sessions changed: his open streams end, and when he comes back he is asked anew
/// who he is.
@ApplicationScoped
class OnAccessChanged {
    private final Signals signals;
    private final LiveHub live;

    OnAccessChanged(Signals signals, LiveHub live) {
        this.signals = signals;
        this.live = live;
    }

    void start(@Observes StartupEvent event) {
        signals.listen(AccessService.CHANGED, this::end);
    }

    private void end(String who) {
        if (who.equals(Signals.EVERYTHING)) {
            live.closeEverywhere(Audience.Member.class::isInstance);
            return;
        }
        int space = who.indexOf(' ');
        var changed = UUID.fromString(who.substring(space + 1));
        live.close(
                who.substring(0, space),
                audience -> audience instanceof Audience.Member follower
                        && follower.member().equals(changed));
    }
}
