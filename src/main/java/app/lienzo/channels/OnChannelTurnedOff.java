package app.lienzo.channels;

import app.lienzo.live.Audience;
import app.lienzo.live.LiveHub;
import app.lienzo.tenancy.Signals;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;

/// A channel was turned off: its visitors' open streams end, and who comes back finds it closed.
@ApplicationScoped
class OnChannelTurnedOff {
    private final Signals signals;
    private final LiveHub live;

    OnChannelTurnedOff(Signals signals, LiveHub live) {
        this.signals = signals;
        this.live = live;
    }

    void start(@Observes StartupEvent event) {
        signals.listen(ChannelService.TURNED_OFF, this::end);
    }

    private void end(String which) {
        if (which.equals(Signals.EVERYTHING)) {
            live.closeEverywhere(Audience.Conversation.class::isInstance);
            return;
        }
        int space = which.indexOf(' ');
        var channel = UUID.fromString(which.substring(space + 1));
        live.close(
                which.substring(0, space),
                audience -> audience instanceof Audience.Conversation visitor
                        && visitor.channel().equals(channel));
    }
}
