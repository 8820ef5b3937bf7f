package app.lienzo.portal.web;

import app.lienzo.kernel.Refused;
import app.lienzo.portalaccess.CurrentContact;
import app.lienzo.portalaccess.PortalSiteService;
import app.lienzo.tickets.CustomerTicketService;
import app.lienzo.tickets.CustomerTicketView;
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
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// What went on while a customer looks, as [PortalStreams] tells it: one ticket, or those of the list that he has
/// before
/// him.
@Path(PortalResource.PATH)
@PermissionsAllowed(CurrentContact.PERMISSION)
public class PortalStreamResource {
    private final PortalSiteService sites;
    private final CurrentContact current;
    private final CustomerTicketService tickets;
    private final PortalStreams streams;

    PortalStreamResource(
            PortalSiteService sites, CurrentContact current, CustomerTicketService tickets, PortalStreams streams) {
        this.sites = sites;
        this.current = current;
        this.tickets = tickets;
        this.streams = streams;
    }

    @GET
    @Path("tickets/{number}/stream")
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> ticket(
            @RestPath String slug,
            @RestPath String number,
            @HeaderParam("Last-Event-ID") @Nullable String lastEventId,
            @Context RoutingContext request,
            @Context Sse sse) {
        sites.require(slug);
        var me = current.get().contact();
        var ticket = tickets.find(me, PortalTicketResource.number(number)).orElseThrow(Refused::notFound);
        return streams.of(me, Set.of(ticket.id()), lastEventId, request, sse);
    }

    /// @param show as the list was asked for, like the other two
    @GET
    @Path("stream")
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> list(
            @RestPath String slug,
            @RestQuery @Nullable String show,
            @RestQuery @Nullable String q,
            @RestQuery @Nullable String after,
            @HeaderParam("Last-Event-ID") @Nullable String lastEventId,
            @Context RoutingContext request,
            @Context Sse sse) {
        sites.require(slug);
        var me = current.get().contact();
        var shown = PortalTicketsResource.found(tickets, me, "company".equals(show), q, after).stream()
                .map(CustomerTicketView::id)
                .collect(Collectors.toUnmodifiableSet());
        return streams.of(me, shown, lastEventId, request, sse);
    }
}
