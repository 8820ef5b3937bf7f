package app.lienzo.conversations.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.live.Audience;
import app.lienzo.live.LiveEvent;
import app.lienzo.live.LiveHub;
import app.lienzo.live.OncePerEvent;
import app.lienzo.live.Told;
import app.lienzo.spaces.SpaceChoice;
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
import java.util.UUID;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

/// Tells the console where to look again (server-sent events, HTML standard, section 9.2). What was
/// said travels in fragments, which are asked for with the rights of that moment.
@Path("/console/stream")
@PermissionsAllowed(Permission.Name.CONVERSATIONS_WORK)
public class ConsoleStreamResource {
    /// What of an event's payload may be told: nothing that a person wrote.
    private static final List<String> TOLD =
            List.of("seq", "kind", "authorId", "state", "holder", "typing", "online", "author", "what", "number");

    /// Told elsewhere, to who may hear of it.
    private static final String TICKET = "ticket";

    /// But who holds a ticket hears here too that its time is near or over.
    private static final String TICKET_DUE = "ticket-due";

    private final CurrentMember current;
    private final SpaceChoice choice;
    private final LiveHub live;
    private final ObjectMapper json;
    private final OncePerEvent<Told> told = new OncePerEvent<>();

    ConsoleStreamResource(CurrentMember current, SpaceChoice choice, LiveHub live, ObjectMapper json) {
        this.current = current;
        this.choice = choice;
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
        var audience = new Audience.Member(
                me.member(),
                me.spacesWith(Permission.CONVERSATIONS_WORK),
                me.spacesWith(Permission.CONVERSATIONS_OVERSEE));
        var chosen = choice.of(me).orElse(null);
        var events = live.follow(
                audience,
                event -> (!event.about(TICKET) || event.kind().equals(TICKET_DUE)) && looks(me, chosen, event),
                request.request().remoteAddress().hostAddress(),
                lastEventId);
        return ServerSent.page(events, sse, (event, written) -> write(event, me, written));
    }

    /// What is told to no space is told to everybody; what one holds oneself is heard wherever one
    /// looks.
    private static boolean looks(SignedIn me, @Nullable UUID chosen, LiveEvent event) {
        return chosen == null
                || event.conversation() == null
                || chosen.equals(event.space())
                || me.member().equals(event.holder());
    }

    private void write(LiveEvent event, SignedIn me, OutboundSseEvent.Builder written) {
        written.name(event.kind())
                .data(told.of(event, it -> Told.of(it, json, "conversation", TOLD))
                        .to(me.member()));
    }
}
