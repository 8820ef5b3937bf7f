package app.lienzo.channels.web;

import app.lienzo.channels.FileLinks;
import app.lienzo.channels.VisitorService;
import app.lienzo.channels.VisitorView;
import app.lienzo.conversations.ConversationService;
import app.lienzo.conversations.Inbound;
import app.lienzo.conversations.MessageService;
import app.lienzo.live.Audience;
import app.lienzo.live.LiveEvent;
import app.lienzo.live.LiveHub;
import app.lienzo.live.OncePerEvent;
import app.lienzo.tenancy.OrganizationView;
import app.lienzo.tenancy.Scope;
import app.lienzo.ui.ServerSent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

/// The customer's side of a conversation as it goes on: server-sent events (HTML standard, section 9.2)
/// that resume with `Last-Event-ID`.
@Path("/widget/v1/channels/{key}/stream")
@PermitAll
public class WidgetStreamApi {
    /// What may leave the house. A note, a system line or whatever is invented later is not in it.
    private static final Set<String> KINDS = Set.of("message", "state", "read", "typing-team", LiveHub.TEAM);

    private static final int BEATS_PER_SIGN_OF_LIFE = 4;

    private final VisitorDesk desk;
    private final VisitorService visitors;
    private final ConversationService conversations;
    private final MessageService messages;
    private final FileLinks links;
    private final LiveHub live;
    private final Scope scope;
    private final ObjectMapper json;
    private final OncePerEvent<String> said = new OncePerEvent<>();

    WidgetStreamApi(
            VisitorDesk desk,
            VisitorService visitors,
            ConversationService conversations,
            MessageService messages,
            FileLinks links,
            LiveHub live,
            Scope scope,
            ObjectMapper json) {
        this.desk = desk;
        this.visitors = visitors;
        this.conversations = conversations;
        this.messages = messages;
        this.links = links;
        this.live = live;
        this.scope = scope;
        this.json = json;
    }

    @GET
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.TEXT_PLAIN)
    public Multi<OutboundSseEvent> stream(
            @RestPath String key,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String token,
            @HeaderParam("Last-Event-ID") @Nullable String lastEventId,
            @Context RoutingContext request,
            @Context Sse sse) {
        var visitor = desk.visitor(key, token);
        var organization = scope.organization();
        var conversation = Inbound.thread(visitor.channel(), visitor.contact());
        visitors.seen(visitor, null);
        tell(visitor, conversation, true);
        var beats = new int[1];
        ServerSent.Telling telling = (event, written) -> write(event, visitor, organization, written);
        return live.follow(
                        new Audience.Conversation(conversation, visitor.channel(), visitor.space(), KINDS),
                        _ -> true,
                        request.request().remoteAddress().hostAddress(),
                        lastEventId)
                .onTermination()
                .invoke(() -> tell(visitor, conversation, false))
                .map(event -> {
                    signOfLife(event, visitor, beats);
                    return ServerSent.one(event, sse, telling);
                });
    }

    /// Tells the team whether the customer is there; whoever holds his conversation, when somebody
    /// does.
    private void tell(VisitorView visitor, UUID conversation, boolean online) {
        Thread.ofVirtual()
                .start(() -> scope.run(
                        visitor.organization(),
                        () -> conversations
                                .customerView(conversation)
                                .ifPresent(view -> live.whisper(new LiveEvent(
                                        null,
                                        "presence-contact",
                                        view.space(),
                                        view.id(),
                                        view.holder(),
                                        "{\"online\":" + online + "}")))));
    }

    private void signOfLife(LiveEvent event, VisitorView visitor, int[] beats) {
        if (!event.kind().equals(LiveHub.BEAT) || ++beats[0] % BEATS_PER_SIGN_OF_LIFE != 0) return;
        Thread.ofVirtual().start(() -> scope.run(visitor.organization(), () -> visitors.seen(visitor, null)));
    }

    private void write(
            LiveEvent event, VisitorView visitor, OrganizationView organization, OutboundSseEvent.Builder written) {
        if (event.kind().equals(LiveHub.HELLO)) written.name("presence").data(presence(visitor));
        else written.name(event.kind().replace("-team", "")).data(said.of(event, it -> said(it, organization)));
    }

    private String presence(VisitorView visitor) {
        return "{\"online\":" + scope.call(visitor.organization(), () -> live.teamPresent(visitor.space())) + "}";
    }

    private String said(LiveEvent event, OrganizationView organization) {
        return event.kind().equals("message") ? message(event, organization) : told(event);
    }

    /// What a customer is told of an event that carries no message. Who holds his conversation is not
    /// his business.
    private String told(LiveEvent event) {
        if (!event.kind().equals("state")) return event.payload();
        try {
            var state = json.readTree(event.payload()).get("state").asText();
            return "{\"state\":\"" + state.toLowerCase(Locale.ROOT).replace('_', '-') + "\"}";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String message(LiveEvent event, OrganizationView organization) {
        try {
            var payload = json.readTree(event.payload());
            if (payload.get("files").asInt() > 0) return withFiles(event, payload, organization);
            boolean own = payload.get("kind").asText().equals("INBOUND");
            return json.writeValueAsString(new WidgetMessage(
                    UUID.fromString(payload.get("id").asText()),
                    payload.get("seq").asInt(),
                    own ? payload.get("source").asText() : null,
                    own ? "visitor" : "team",
                    own ? null : payload.get("author").asText(),
                    payload.get("text").asText(),
                    Instant.parse(payload.get("at").asText().replace("+00:00", "Z")),
                    List.of()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String withFiles(LiveEvent event, JsonNode payload, OrganizationView organization)
            throws JsonProcessingException {
        int seq = payload.get("seq").asInt();
        var found = scope.call(
                organization,
                () -> messages.shared(java.util.Objects.requireNonNull(event.conversation()), seq - 1, 1));
        return json.writeValueAsString(scope.call(organization, () -> WidgetMessage.of(found.getFirst(), links)));
    }
}
