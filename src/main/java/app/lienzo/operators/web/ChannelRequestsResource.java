package app.lienzo.operators.web;

import app.lienzo.channels.ChannelRequestView;
import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refusal;
import app.lienzo.kernel.Refused;
import app.lienzo.operators.ChannelRequestDesk;
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
import org.jspecify.annotations.Nullable;

/// The queue of requests for WhatsApp (B2-5).
@Path(ChannelRequestsResource.PATH)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.OPERATE)
public class ChannelRequestsResource {
    static final String PATH = "/operator/channel-requests";

    private final ChannelRequestDesk desk;
    private final CurrentMember current;
    private final Languages languages;

    ChannelRequestsResource(ChannelRequestDesk desk, CurrentMember current, Languages languages) {
        this.desk = desk;
        this.current = current;
        this.languages = languages;
    }

    @CheckedTemplate(basePath = "operators", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ChannelRequestsPage(
            List<ChannelRequestView> queue,
            List<ChannelRequestView> decided,
            @Nullable Problem problem) implements TemplateInstance {}

    @GET
    public TemplateInstance page() {
        return page(null);
    }

    /// @param decision `activate` or `decline`
    @POST
    public Response decide(
            @RestForm @Nullable String organization,
            @RestForm @Nullable String request,
            @RestForm @Nullable String decision,
            @RestForm @Nullable String reason) {
        try {
            var id = Ids.read(FoundForm.text(request)).orElseThrow(Refused::notFound);
            var house = FoundForm.text(organization);
            if ("activate".equals(decision)) desk.activate(current.get(), house, id, FoundForm.text(reason));
            else desk.decline(current.get(), house, id, FoundForm.text(reason));
            return Pages.seeOther(PATH);
        } catch (Refused refused) {
            if (refused.refusal() instanceof Refusal.NotFound) throw refused;
            var problem = Problem.of(refused, languages.current(), "");
            return Response.status(problem.status())
                    .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                    .entity(page(problem))
                    .build();
        }
    }

    private ChannelRequestsPage page(@Nullable Problem problem) {
        var me = current.get();
        return new ChannelRequestsPage(desk.queue(me), desk.decided(me), problem);
    }
}
