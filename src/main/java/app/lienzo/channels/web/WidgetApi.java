package app.lienzo.channels.web;

import app.lienzo.channels.ChannelView;
import app.lienzo.channels.FileLinks;
import app.lienzo.channels.SignedIdentity;
import app.lienzo.channels.VisitorLimits;
import app.lienzo.channels.VisitorService;
import app.lienzo.channels.VisitorView;
import app.lienzo.conversations.AttachmentService;
import app.lienzo.conversations.ConversationService;
import app.lienzo.conversations.ConversationState;
import app.lienzo.conversations.Inbound;
import app.lienzo.conversations.MessageService;
import app.lienzo.live.LiveEvent;
import app.lienzo.live.LiveHub;
import app.lienzo.spaces.SpaceService;
import app.lienzo.ui.Languages;
import app.lienzo.ui.Uploads;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/// What the widget talks to. Open to everybody: a visitor shows the token he was given, and it opens
/// his own conversation on this channel and nothing else. Which sites may call is
/// [WidgetOriginFilter]'s work. Pages that are open since before an update send what this version may not know: it
/// passes.
@Path("/widget/v1/channels/{key}")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class WidgetApi {
    private static final int PAGE = 100;

    private final VisitorDesk desk;
    private final VisitorService visitors;
    private final VisitorLimits limits;
    private final ConversationService conversations;
    private final MessageService messages;
    private final AttachmentService attachments;
    private final WidgetSettings.Writer settings;
    private final FileLinks links;
    private final LiveHub live;
    private final SpaceService spaces;
    private final Languages languages;

    WidgetApi(
            VisitorDesk desk,
            VisitorService visitors,
            VisitorLimits limits,
            ConversationService conversations,
            MessageService messages,
            AttachmentService attachments,
            WidgetSettings.Writer settings,
            FileLinks links,
            LiveHub live,
            SpaceService spaces,
            Languages languages) {
        this.desk = desk;
        this.visitors = visitors;
        this.limits = limits;
        this.conversations = conversations;
        this.messages = messages;
        this.attachments = attachments;
        this.settings = settings;
        this.links = links;
        this.live = live;
        this.spaces = spaces;
        this.languages = languages;
    }

    /// @param language two letters
    /// @param page address of the page that embeds the chat
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Arrival(
            @Size(max = 10) @Nullable String language,
            @Size(max = 2000) @Nullable String page,
            @Nullable SignedIdentity identity) {}

    public record Admission(String token, UUID visitor) {}

    /// @param clientId made once per message, so that a second attempt is no second message
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record NewMessage(
            @NotNull @Size(min = 8, max = 64) String clientId,
            @Nullable String text,
            @Nullable List<@NotNull UUID> attachments,
            @Size(max = 2000) @Nullable String page) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Typing(boolean typing) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Read(int seq) {}

    /// What a visitor says of himself; nobody checks it.
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Introduction(
            @Size(max = 500) @Nullable String name,
            @Size(max = 500) @Nullable String email) {}

    record Thread(@Nullable Conversation conversation, List<WidgetMessage> messages, int readByTeam) {}

    record Conversation(UUID id, String state) {}

    @GET
    public Response settings(@RestPath String key, @RestQuery @Nullable String language) {
        var channel = desk.open(key);
        return Response.ok(settings.of(channel, spoken(channel, language)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @POST
    @Path("visitors")
    public Response arrive(
            @RestPath String key,
            @Valid @NotNull Arrival arrival,
            @HeaderParam(HttpHeaders.USER_AGENT) @Nullable String userAgent,
            HttpServerRequest request) {
        limits.newVisitor(request.remoteAddress().hostAddress());
        var language = languages
                .choose(arrival.language() == null ? "" : arrival.language())
                .orElseGet(languages::current);
        var visitor = visitors.admit(
                desk.taking(key),
                arrival.identity(),
                language.getLanguage(),
                arrival.page() == null ? "" : arrival.page(),
                userAgent == null ? "" : userAgent);
        return Response.status(201)
                .entity(new Admission(visitor.token(), visitor.visitor()))
                .build();
    }

    @GET
    @Path("conversation")
    public Thread conversation(
            @RestPath String key,
            @RestQuery @Nullable Integer after,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String token) {
        var visitor = desk.visitor(key, token);
        var found = conversations.customerView(thread(visitor));
        if (found.isEmpty()) return new Thread(null, List.of(), 0);
        var view = found.get();
        var shared = messages.shared(view.id(), after == null ? 0 : after, PAGE).stream()
                .map(message -> WidgetMessage.of(message, links))
                .toList();
        return new Thread(new Conversation(view.id(), stateName(view.state())), shared, view.readByTeam());
    }

    @POST
    @Path("messages")
    public Response send(
            @RestPath String key,
            @Valid @NotNull NewMessage message,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String token) {
        var visitor = desk.bringer(key, token);
        limits.message(visitor.id());
        var receipt = messages.receive(new Inbound(
                visitor.space(),
                visitor.channel(),
                visitor.contact(),
                visitor.name(),
                message.text() == null ? "" : message.text(),
                message.clientId(),
                visitor.id(),
                message.attachments() == null ? List.of() : message.attachments()));
        if (receipt.stored() && message.page() != null && receipt.message().seq() == 1)
            visitors.seen(visitor, message.page());
        return Response.status(receipt.stored() ? 201 : 200)
                .entity(WidgetMessage.of(receipt.message(), links))
                .build();
    }

    /// Tells the team who he is and how to reach him.
    @POST
    @Path("introduction")
    public void introduce(
            @RestPath String key,
            @Valid @NotNull Introduction said,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String token) {
        var visitor = desk.bringer(key, token);
        limits.message(visitor.id());
        visitors.introduce(visitor, said.name() == null ? "" : said.name(), said.email() == null ? "" : said.email());
    }

    @POST
    @Path("attachments")
    public Response upload(
            @RestPath String key,
            @RestForm("file") @Nullable FileUpload file,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String token) {
        var visitor = desk.bringer(key, token);
        limits.message(visitor.id());
        var brought = Uploads.required(file);
        var stored = attachments.upload(visitor.id(), null, brought.fileName(), Uploads.content(brought));
        return Response.status(201)
                .entity(WidgetMessage.WidgetAttachment.of(stored, links))
                .build();
    }

    @POST
    @Path("typing")
    public void typing(
            @RestPath String key,
            @NotNull Typing typing,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String token) {
        var visitor = desk.visitor(key, token);
        conversations
                .customerView(thread(visitor))
                .ifPresent(view -> live.whisper(new LiveEvent(
                        null,
                        "typing-contact",
                        view.space(),
                        view.id(),
                        view.holder(),
                        "{\"typing\":" + typing.typing() + "}")));
    }

    @POST
    @Path("read")
    public void read(
            @RestPath String key, @NotNull Read read, @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String token) {
        var visitor = desk.visitor(key, token);
        conversations.readByContact(thread(visitor), read.seq());
    }

    /// The page's language, or the space's, or what the browser asks for.
    private Locale spoken(ChannelView channel, @Nullable String asked) {
        return languages
                .choose(asked == null ? "" : asked)
                .or(() -> spaces.language(channel.space()).flatMap(languages::choose))
                .orElseGet(languages::current);
    }

    private static UUID thread(VisitorView visitor) {
        return Inbound.thread(visitor.channel(), visitor.contact());
    }

    static String stateName(ConversationState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
