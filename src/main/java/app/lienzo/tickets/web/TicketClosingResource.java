package app.lienzo.tickets.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Refusal;
import app.lienzo.kernel.Refused;
import app.lienzo.spaces.SpaceService;
import app.lienzo.spaces.SpaceView;
import app.lienzo.tickets.TicketClosing;
import app.lienzo.tickets.TicketClosingService;
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
import java.util.Objects;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// After how many days without an answer solved tickets of a space close by themselves.
@Path("/organization/spaces/{id}/ticket-closing")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.SPACE_SETTINGS)
public class TicketClosingResource {
    private static final int NOT_A_NUMBER = -1;

    private final CurrentMember current;
    private final TicketClosingService closing;
    private final SpaceService spaces;
    private final Languages languages;

    TicketClosingResource(
            CurrentMember current, TicketClosingService closing, SpaceService spaces, Languages languages) {
        this.current = current;
        this.closing = closing;
        this.spaces = spaces;
        this.languages = languages;
    }

    /// @param days as typed
    /// @param fault what is wrong with it; empty for nothing
    @CheckedTemplate(basePath = "tickets", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ClosingPage(SpaceView space, TicketClosing closing, String days, int daysMax, String fault, boolean saved)
            implements TemplateInstance {}

    @GET
    public TemplateInstance page(@RestPath String id, @RestQuery @Nullable String done) {
        return page(TicketWords.id(id), null, "", done != null);
    }

    @POST
    public Response change(@RestPath String id, @RestForm @Nullable String days, @RestForm @Nullable String version) {
        var space = TicketWords.id(id);
        var typed = days == null ? "" : days.strip();
        try {
            closing.change(current.get(), space, number(typed), number(Objects.requireNonNullElse(version, "")));
            return Pages.seeOther("/organization/spaces/" + space + "/ticket-closing?done=saved");
        } catch (Refused refused) {
            if (refused.refusal() instanceof Refusal.NotFound || refused.refusal() instanceof Refusal.Forbidden)
                throw refused;
            var fault = Problem.of(refused, languages.current(), "").detail();
            return Pages.unprocessable(page(space, typed, fault, false));
        }
    }

    private ClosingPage page(UUID id, @Nullable String typed, String fault, boolean saved) {
        var me = current.get();
        var space = spaces.require(me, id);
        var now = closing.of(me, id);
        var days = typed == null ? Integer.toString(now.days()) : typed;
        return new ClosingPage(space, now, days, TicketClosing.DAYS_MAX, fault, saved);
    }

    private static int number(String typed) {
        return typed.matches("[0-9]{1,6}") ? Integer.parseInt(typed) : NOT_A_NUMBER;
    }
}
