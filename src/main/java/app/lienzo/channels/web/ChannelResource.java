package app.lienzo.channels.web;

import app.lienzo.channels.ChannelRequestService;
import app.lienzo.channels.ChannelRequestView;
import app.lienzo.channels.ChannelService;
import app.lienzo.channels.ChannelState;
import app.lienzo.channels.ChannelView;
import app.lienzo.channels.LiveChatSettings;
import app.lienzo.channels.Texts;
import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refusal;
import app.lienzo.kernel.Refused;
import app.lienzo.spaces.SpaceService;
import app.lienzo.spaces.SpaceView;
import app.lienzo.tenancy.Links;
import app.lienzo.ui.Languages;
import app.lienzo.ui.Pages;
import app.lienzo.ui.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// The channels screen (B2-5): what is connected, how it does, and connecting more.
@Path("/channels")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class ChannelResource {
    private final ChannelService channels;
    private final ChannelRequestService requests;
    private final SpaceService spaces;
    private final CurrentMember current;
    private final Languages languages;
    private final Links links;

    ChannelResource(
            ChannelService channels,
            ChannelRequestService requests,
            SpaceService spaces,
            CurrentMember current,
            Languages languages,
            Links links) {
        this.channels = channels;
        this.requests = requests;
        this.spaces = spaces;
        this.current = current;
        this.languages = languages;
        this.links = links;
    }

    /// A channel in the list.
    record Card(UUID id, String name, String space, ChannelState state, String origins) {}

    /// @param prepared activated, and not connected yet
    /// @param requests what was asked for and is no channel
    @CheckedTemplate(basePath = "channels", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ChannelsPage(
            List<Card> channels, List<ChannelRequestView> prepared, List<ChannelRequestView> requests, boolean manages)
            implements TemplateInstance {}

    /// @param spaces where the member may add one
    @CheckedTemplate(basePath = "channels", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record NewLiveChatPage(
            LiveChatForm form,
            List<SpaceView> spaces,
            String space,
            @Nullable Problem problem) implements TemplateInstance {}

    /// @param manages whether the member may change it; who may not sees it and no secret
    @CheckedTemplate(basePath = "channels", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record LiveChatPage(
            ChannelView channel,
            LiveChatForm form,
            String origin,
            boolean manages,
            @Nullable Problem problem,
            boolean saved)
            implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.Name.CHANNELS_SEE)
    public TemplateInstance list() {
        var me = current.get();
        var names = spaces.of(me);
        var cards = channels.list(me).stream()
                .map(channel -> new Card(
                        channel.id(),
                        channel.settings().name(),
                        names.stream()
                                .filter(space -> space.id().equals(channel.space()))
                                .map(SpaceView::name)
                                .findFirst()
                                .orElse(""),
                        channel.state(),
                        String.join(", ", channel.settings().origins())))
                .toList();
        var asked = requests.ours(me);
        return new ChannelsPage(
                cards,
                asked.stream().filter(ChannelRequestView::prepared).toList(),
                asked.stream().filter(one -> !one.prepared()).toList(),
                me.may(Permission.CHANNELS_MANAGE));
    }

    @GET
    @Path("live-chat/new")
    @PermissionsAllowed(Permission.Name.CHANNELS_MANAGE)
    public TemplateInstance fresh() {
        var nothing = new LiveChatSettings("", List.of(), Texts.NONE, Texts.NONE, "", "UTC");
        return new NewLiveChatPage(LiveChatForm.of(nothing), managed(), "", null);
    }

    @POST
    @Path("live-chat")
    @PermissionsAllowed(Permission.Name.CHANNELS_MANAGE)
    public Response add(@BeanParam LiveChatForm form, @RestForm @Nullable String space) {
        try {
            var id = Ids.read(space == null ? "" : space).orElseThrow(Refused::notFound);
            var added = channels.addLiveChat(current.get(), id, form.settings());
            return Pages.seeOther("/channels/" + added.id() + "?saved=1");
        } catch (Refused refused) {
            return Pages.unprocessable(
                    new NewLiveChatPage(form, managed(), space == null ? "" : space, problem(refused)));
        }
    }

    @GET
    @Path("{id}")
    @PermissionsAllowed(Permission.Name.CHANNELS_SEE)
    public TemplateInstance one(@RestPath String id, @RestQuery @Nullable String saved) {
        var channel = channels.require(current.get(), id(id));
        return page(channel, LiveChatForm.of(channel.settings()), null, saved != null);
    }

    @POST
    @Path("{id}")
    @PermissionsAllowed(Permission.Name.CHANNELS_MANAGE)
    public Response configure(@RestPath String id, @BeanParam LiveChatForm form) {
        try {
            channels.configure(current.get(), id(id), form.settings());
            return Pages.seeOther("/channels/" + id + "?saved=1");
        } catch (Refused refused) {
            if (!(refused.refusal() instanceof Refusal.Invalid)) throw refused;
            var channel = channels.require(current.get(), id(id));
            return Pages.unprocessable(page(channel, form, problem(refused), false));
        }
    }

    @POST
    @Path("{id}/state")
    @PermissionsAllowed(Permission.Name.CHANNELS_MANAGE)
    public Response turn(@RestPath String id, @RestForm boolean on) {
        channels.turn(current.get(), id(id), on);
        return Pages.seeOther("/channels/" + id + "?saved=1");
    }

    private LiveChatPage page(ChannelView channel, LiveChatForm form, @Nullable Problem problem, boolean saved) {
        boolean manages = current.get().may(Permission.CHANNELS_MANAGE, channel.space());
        return new LiveChatPage(channel, form, links.origin(), manages, problem, saved);
    }

    private List<SpaceView> managed() {
        var me = current.get();
        return spaces.of(me).stream()
                .filter(space -> me.may(Permission.CHANNELS_MANAGE, space.id()))
                .toList();
    }

    private Problem problem(Refused refused) {
        return Problem.of(refused, languages.current(), "");
    }

    private static UUID id(String text) {
        return Ids.read(text).orElseThrow(Refused::notFound);
    }
}
