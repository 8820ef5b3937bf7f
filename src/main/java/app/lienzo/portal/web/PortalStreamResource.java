package app.lienzo.portal.web;

import app.lienzo.kernel.Refused;
import app.lienzo.live.Audience;
import app.lienzo.live.LiveEvent;
import app.lienzo.live.LiveHub;
import app.lienzo.portalaccess.CurrentContact;
import app.lienzo.portalaccess.PortalSiteService;
import app.lienzo.tickets.CustomerTicketService;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.Set;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// Tells a customer's page that his ticket went on (server-sent events, HTML standard, section 9.2). Nothing that
/// anybody wrote travels here: the page asks for it with the rights of that moment.
@Path(PortalResource.PATH + "/tickets/{number}/stream")
@PermissionsAllowed(CurrentContact.PERMISSION)
public class PortalStreamResource {
    /// What customers hear of. A note, a change or whatever is invented later is not in it.
    private static final Set<String> KINDS = Set.of("ticket-reply", "ticket-state");

    /// After so long the browser comes back and is asked anew who it is.
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private static final long RETRY_MILLIS = 1_500;

    private final PortalSiteService sites;
    private final CurrentContact current;
    private final CustomerTicketService tickets;
    private final LiveHub live;

    PortalStreamResource(PortalSiteService sites, CurrentContact current, CustomerTicketService tickets, LiveHub live) {
        this.sites = sites;
        this.current = current;
        this.tickets = tickets;
        this.live = live;
    }

    @GET
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> stream(
            @RestPath String slug,
            @RestPath String number,
            @HeaderParam("Last-Event-ID") @Nullable String lastEventId,
            @Context RoutingContext request,
            @Context Sse sse) {
        sites.require(slug);
        var me = current.get().contact();
        var ticket = tickets.find(me, PortalTicketResource.number(number)).orElseThrow(Refused::notFound);
        var hello = sse.newEventBuilder()
                .name("hello")
                .data("{}")
                .reconnectDelay(RETRY_MILLIS)
                .build();
        var events = live.follow(
                        new Audience.Customer(me, ticket.id(), KINDS),
                        request.request().remoteAddress().hostAddress(),
                        lastEventId)
                .map(event -> written(event, sse));
        return Multi.createBy()
                .concatenating()
                .streams(Multi.createFrom().item(hello), events)
                .select()
                .first(LONGEST);
    }

    private static OutboundSseEvent written(LiveEvent event, Sse sse) {
        if (event.kind().equals(LiveHub.BEAT))
            return sse.newEventBuilder().comment("").build();
        var written = sse.newEventBuilder().name("news").data("{}");
        if (event.cursor() != null) written.id(event.cursor());
        return written.build();
    }
}
