package app.lienzo.tickets.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Refusal;
import app.lienzo.kernel.Refused;
import app.lienzo.spaces.SpaceService;
import app.lienzo.spaces.SpaceView;
import app.lienzo.tickets.TicketCategory;
import app.lienzo.tickets.TicketStateService;
import app.lienzo.tickets.TicketStateView;
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
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// A space's own names for how far a ticket is.
@Path("/organization/spaces/{id}/ticket-states")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.SPACE_SETTINGS)
public class TicketStateResource {
    private final CurrentMember current;
    private final TicketStateService states;
    private final SpaceService spaces;
    private final Languages languages;

    TicketStateResource(CurrentMember current, TicketStateService states, SpaceService spaces, Languages languages) {
        this.current = current;
        this.states = states;
        this.spaces = spaces;
        this.languages = languages;
    }

    record Group(TicketCategory category, List<TicketStateView> states) {}

    /// @param name as it was typed for a new one
    /// @param fault what is wrong; empty for nothing
    @CheckedTemplate(basePath = "tickets", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record StatesPage(
            SpaceView space,
            List<Group> groups,
            List<TicketCategory> categories,
            TicketCategory category,
            String name,
            int nameMax,
            String fault,
            String done)
            implements TemplateInstance {}

    private interface Work {
        void run();
    }

    @GET
    public TemplateInstance list(@RestPath String id, @RestQuery @Nullable String done) {
        return page(current.get(), TicketWords.id(id), TicketCategory.OPEN, "", "", done == null ? "" : done);
    }

    @POST
    public Response create(@RestPath String id, @RestForm @Nullable String category, @RestForm @Nullable String name) {
        var me = current.get();
        var space = TicketWords.id(id);
        var typed = name == null ? "" : name;
        var in = category == null ? TicketCategory.OPEN : TicketWords.category(category);
        return done(me, space, in, typed, "added", () -> states.create(me, space, in, typed));
    }

    @POST
    @Path("{state}")
    public Response rename(
            @RestPath String id, @RestPath String state, @RestForm @Nullable String name, @RestForm int version) {
        var me = current.get();
        var found = of(me, id, state);
        return done(
                me,
                found.space(),
                found.category(),
                "",
                "saved",
                () -> states.rename(me, found.id(), name == null ? "" : name, version));
    }

    @POST
    @Path("{state}/first")
    public Response makeFirst(@RestPath String id, @RestPath String state) {
        var me = current.get();
        var found = of(me, id, state);
        return done(me, found.space(), found.category(), "", "saved", () -> states.makeFirst(me, found.id()));
    }

    @POST
    @Path("{state}/removal")
    public Response remove(@RestPath String id, @RestPath String state) {
        var me = current.get();
        var found = of(me, id, state);
        return done(me, found.space(), found.category(), "", "removed", () -> states.remove(me, found.id()));
    }

    /// The state, if it is the space's.
    private TicketStateView of(SignedIn me, String space, String state) {
        var found = states.require(me, TicketWords.id(state));
        if (!found.space().equals(TicketWords.id(space))) throw Refused.notFound();
        return found;
    }

    private Response done(SignedIn me, UUID space, TicketCategory category, String name, String done, Work work) {
        try {
            work.run();
            return Pages.seeOther("/organization/spaces/" + space + "/ticket-states?done=" + done);
        } catch (Refused refused) {
            if (refused.refusal() instanceof Refusal.NotFound || refused.refusal() instanceof Refusal.Forbidden)
                throw refused;
            var fault = Problem.of(refused, languages.current(), "").detail();
            return Pages.unprocessable(page(me, space, category, name, fault, ""));
        }
    }

    private StatesPage page(SignedIn me, UUID id, TicketCategory category, String name, String fault, String done) {
        var space = spaces.require(me, id);
        var all = states.of(me, id);
        var groups = Arrays.stream(TicketCategory.values())
                .map(one -> new Group(
                        one,
                        all.stream().filter(state -> state.category() == one).toList()))
                .toList();
        return new StatesPage(
                space,
                groups,
                List.of(TicketCategory.values()),
                category,
                name,
                TicketStateService.NAME_MAX,
                fault,
                done);
    }
}
