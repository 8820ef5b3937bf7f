package app.lienzo.channels.web;

import app.lienzo.channels.ChannelRequestService;
import app.lienzo.channels.ChannelRequestView;
import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refusal;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import app.lienzo.spaces.SpaceService;
import app.lienzo.spaces.SpaceView;
import app.lienzo.ui.Languages;
import app.lienzo.ui.Pages;
import app.lienzo.ui.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// Asking for WhatsApp in a space (B2-5).
@Path("/channels/whatsapp")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.CHANNELS_MANAGE)
public class WhatsAppResource {
    private static final int TYPED_MAX = 1_000;

    private final ChannelRequestService requests;
    private final SpaceService spaces;
    private final CurrentMember current;
    private final Languages languages;

    WhatsAppResource(ChannelRequestService requests, SpaceService spaces, CurrentMember current, Languages languages) {
        this.requests = requests;
        this.spaces = spaces;
        this.current = current;
        this.languages = languages;
    }

    @CheckedTemplate(basePath = "channels", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record WhatsAppPage(
            List<SpaceView> spaces,
            String space,
            String number,
            String note,
            @Nullable Problem problem) implements TemplateInstance {}

    /// @param manages whether the member may give it up
    @CheckedTemplate(basePath = "channels", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PreparedPage(ChannelRequestView channel, boolean manages) implements TemplateInstance {}

    @GET
    public TemplateInstance form() {
        return new WhatsAppPage(managed(), "", "", "", null);
    }

    @POST
    public Response ask(
            @RestForm @Nullable String space, @RestForm @Nullable String phone, @RestForm @Nullable String note) {
        var chosen = space == null ? "" : space;
        var number = SafeText.cut(phone == null ? "" : phone, TYPED_MAX);
        var said = SafeText.cut(note == null ? "" : note, TYPED_MAX);
        try {
            requests.ask(current.get(), Ids.read(chosen).orElseThrow(Refused::notFound), number, said);
            return Pages.seeOther("/channels");
        } catch (Refused refused) {
            if (refused.refusal() instanceof Refusal.NotFound) throw refused;
            var problem = Problem.of(refused, languages.current(), "");
            return Response.status(problem.status())
                    .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                    .entity(new WhatsAppPage(managed(), chosen, number, said, problem))
                    .build();
        }
    }

    /// What was activated and waits for its connection.
    @GET
    @Path("{request}")
    @PermissionsAllowed(Permission.Name.CHANNELS_SEE)
    public TemplateInstance prepared(@RestPath String request) {
        var me = current.get();
        var channel = requests.prepared(me, Ids.read(request).orElseThrow(Refused::notFound));
        return new PreparedPage(channel, me.may(Permission.CHANNELS_MANAGE, channel.space()));
    }

    @POST
    @Path("{request}/withdrawal")
    public Response withdraw(@RestPath String request) {
        requests.withdraw(current.get(), Ids.read(request).orElseThrow(Refused::notFound));
        return Pages.seeOther("/channels");
    }

    private List<SpaceView> managed() {
        var me = current.get();
        return spaces.of(me).stream()
                .filter(space -> me.may(Permission.CHANNELS_MANAGE, space.id()))
                .toList();
    }
}
