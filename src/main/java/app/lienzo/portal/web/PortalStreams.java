package app.lienzo.portal.web;

import app.lienzo.live.Audience;
import app.lienzo.live.LiveHub;
import app.lienzo.ui.ServerSent;
import io.smallrye.mutiny.Multi;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Tells a customer's page that something he looks at went on (server-sent events, HTML standard, section 9.2). Nothing
/// that anybody wrote travels here: the page asks for it with the rights of that moment.
@ApplicationScoped
class PortalStreams {
    /// What customers hear of. A note, a change or whatever is invented later is not in it.
    private static final Set<String> KINDS = Set.of("ticket-reply", "ticket-state", "ticket-of-company");

    private final LiveHub live;

    PortalStreams(LiveHub live) {
        this.live = live;
    }

    /// @param subjects tickets that the contact was found to see, and companies all of whose tickets he sees
    /// @param lastEventId where he broke off; null begins now
    Multi<OutboundSseEvent> of(
            UUID contact, Set<UUID> subjects, @Nullable String lastEventId, RoutingContext request, Sse sse) {
        var events = live.follow(
                new Audience.Customer(contact, subjects, KINDS),
                _ -> true,
                request.request().remoteAddress().hostAddress(),
                lastEventId);
        return ServerSent.page(events, sse, (_, written) -> written.name("news").data("{}"));
    }
}
