package app.lienzo.portal.web;

import app.lienzo.kernel.Refused;
import app.lienzo.portal.StandingService;
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
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// What went on while a customer looks, as [PortalStreams] tells it: one ticket, or those of the list that he has
/// before him, and for a main contact who looks at his companies' new ones of theirs.
@Path(PortalResource.PATH)
@PermissionsAllowed(CurrentContact.PERMISSION)
public class PortalStreamResource {
    private final PortalSiteService sites;
    private final CurrentContact current;
    private final CustomerTicketService tickets;
    private final StandingService standings;
    private final PortalStreams streams;

    PortalStreamResource(
            PortalSiteService sites,
            CurrentContact current,
            CustomerTicketService tickets,
            StandingService standings,
            PortalStreams streams) {
        this.sites = sites;
        this.current = current;
        this.tickets = tickets;
        this.standings = standings;
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
        var me = current.get();
        boolean company = "company".equals(show);
        var heard = new HashSet<UUID>();
        // An empty list is followed too: it ends with the access of whoever looks at it.
        heard.add(me.contact());
        PortalTicketsResource.found(tickets, me.contact(), company, q, after).forEach(ticket -> heard.add(ticket.id()));
        if (company) standings.overseen(me).forEach(heard::add);
        return streams.of(me.contact(), Set.copyOf(heard), lastEventId, request, sse);
    }
}
