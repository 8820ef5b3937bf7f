package app.lienzo.conversations.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.live.Audience;
import app.lienzo.live.LiveEvent;
import app.lienzo.live.LiveHub;
import app.lienzo.ui.ServerSent;
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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

/// What happens, live, to programs: server-sent events of all conversations the member may see, with
/// what was said in them. Resumes with `Last-Event-ID`.
@Path("/api/v1/stream")
@PermissionsAllowed(Permission.Name.CONVERSATIONS_WORK)
public class StreamApi {
    /// Told elsewhere, to who may hear of it.
    private static final String TICKET = "ticket";

    private final LiveHub live;
    private final CurrentMember current;

    StreamApi(LiveHub live, CurrentMember current) {
        this.live = live;
        this.current = current;
    }

    @GET
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.TEXT_PLAIN)
    @APIResponse(
            responseCode = "200",
            description = "Server-sent events, until one of the two hangs up",
            content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(type = SchemaType.STRING)))
    public Multi<OutboundSseEvent> follow(
            @HeaderParam("Last-Event-ID") @Nullable String lastEventId,
            @Context RoutingContext request,
            @Context Sse sse) {
        var me = current.get();
        var audience = new Audience.Member(
                me.member(),
                me.spacesWith(Permission.CONVERSATIONS_WORK),
                me.spacesWith(Permission.CONVERSATIONS_OVERSEE));
        return live.follow(
                        audience,
                        event -> !event.about(TICKET),
                        request.request().remoteAddress().hostAddress(),
                        lastEventId)
                .map(event -> ServerSent.one(event, sse, StreamApi::write));
    }

    private static void write(LiveEvent event, OutboundSseEvent.Builder written) {
        if (event.kind().equals(LiveHub.HELLO)) written.comment("");
        else
            written.name(event.kind())
                    .data("{\"space\":\"%s\",\"conversation\":\"%s\",\"data\":%s}"
                            .formatted(event.space(), event.conversation(), event.payload()));
    }
}
