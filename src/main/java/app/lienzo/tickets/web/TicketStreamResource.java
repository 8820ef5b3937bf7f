package app.lienzo.tickets.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.live.Audience;
import app.lienzo.live.LiveEvent;
import app.lienzo.live.LiveHub;
import app.lienzo.live.OncePerEvent;
import app.lienzo.live.Told;
import app.lienzo.ui.ServerSent;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

/// Tells the pages of tickets where to look again (server-sent events). What was said travels in
/// fragments, which are asked for with the rights of that moment.
@Path("/tickets/stream")
@PermissionsAllowed(Permission.Name.TICKETS_WORK)
public class TicketStreamResource {
    /// What of an event's payload may be told: nothing that a person wrote.
    private static final List<String> TOLD =
            List.of("seq", "by", "authorId", "author", "assignee", "what", "state", "number", "typing");

    private final CurrentMember current;
    private final LiveHub live;
    private final ObjectMapper json;
    private final OncePerEvent<Told> told = new OncePerEvent<>();

    TicketStreamResource(CurrentMember current, LiveHub live, ObjectMapper json) {
        this.current = current;
        this.live = live;
        this.json = json;
    }

    @GET
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.TEXT_PLAIN)
    public Multi<OutboundSseEvent> stream(
            @HeaderParam("Last-Event-ID") @Nullable String lastEventId,
            @Context RoutingContext request,
            @Context Sse sse) {
        var me = current.get();
        var audience = new Audience.Member(me.member(), me.spacesWith(Permission.TICKETS_WORK), Set.of());
        var events = live.follow(
                audience,
                event -> event.about("ticket"),
                request.request().remoteAddress().hostAddress(),
                lastEventId);
        return ServerSent.page(events, sse, (event, written) -> write(event, me, written));
    }

    private void write(LiveEvent event, SignedIn me, OutboundSseEvent.Builder written) {
        written.name(event.kind())
                .data(told.of(event, it -> Told.of(it, json, "ticket", TOLD)).to(me.member()));
    }
}
