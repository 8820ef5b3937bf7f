package app.lienzo.people.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.MemberState;
import app.lienzo.identity.OrganizationRole;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Refusal;
import app.lienzo.kernel.Refused;
import app.lienzo.people.InvitationResult;
import app.lienzo.people.InvitationResult.Outcome;
import app.lienzo.people.InvitationService;
import app.lienzo.people.PeopleService;
import app.lienzo.people.Person;
import app.lienzo.spaces.ClientGate;
import app.lienzo.spaces.InvitationGuard;
import app.lienzo.spaces.SpaceView;
import app.lienzo.ui.CsvSheet;
import app.lienzo.ui.Languages;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// The users screen (B2-4): the list, and inviting (BY-6, BY-7).
@Path("/organization/people")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.MEMBERS_MANAGE)
public class PeopleResource {
    private static final int ROWS = 50;

    private final PeopleService people;
    private final InvitationService invitations;
    private final ClientGate gate;
    private final CurrentMember current;
    private final Languages languages;
    private final PeopleSheet sheet;

    PeopleResource(
            PeopleService people,
            InvitationService invitations,
            ClientGate gate,
            CurrentMember current,
            Languages languages,
            PeopleSheet sheet) {
        this.people = people;
        this.invitations = invitations;
        this.gate = gate;
        this.current = current;
        this.languages = languages;
        this.sheet = sheet;
    }

    /// @param next id of the last one shown when there are more; null on the last page
    /// @param later whether this is not the first page
    @CheckedTemplate(basePath = "people", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PeoplePage(
            List<Person> people,
            PeopleFilter filter,
            List<SpaceView> spaces,
            List<OrganizationRole> levels,
            List<MemberState> states,
            @Nullable UUID next,
            boolean later,
            boolean gone)
            implements TemplateInstance {}

    /// A space in the form, and what is ticked.
    record Choice(SpaceView space, boolean agent, boolean manager) {}

    /// @param warnings what speaks against inviting customers' people
    /// @param results what became of the list that was sent; empty before
    @CheckedTemplate(basePath = "people", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record InvitePage(
            InviteForm form,
            List<Choice> spaces,
            List<OrganizationRole> levels,
            List<Locale> languages,
            List<InvitationResult> results,
            int most,
            List<InvitationGuard.Warning> warnings,
            @Nullable Problem problem)
            implements TemplateInstance {}

    @GET
    public TemplateInstance list(
            @BeanParam PeopleFilter filter, @RestQuery @Nullable String after, @RestQuery @Nullable String gone) {
        var me = current.get();
        var found = people.list(me, filter.query(after, ROWS + 1));
        boolean more = found.size() > ROWS;
        var shown = more ? found.subList(0, ROWS) : found;
        return new PeoplePage(
                shown,
                filter,
                people.spaces(me),
                me.role().peers(),
                List.of(MemberState.values()),
                more ? shown.getLast().id() : null,
                after != null && !after.isEmpty(),
                gone != null);
    }

    @GET
    @Path("export")
    @Produces(CsvSheet.MEDIA_TYPE)
    public Response export(@BeanParam PeopleFilter filter) {
        var rows = people.export(current.get(), filter.query(null, ROWS));
        return Response.ok(sheet.of(rows, languages.current()))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"people.csv\"")
                .build();
    }

    @GET
    @Path("invite")
    public TemplateInstance invite() {
        return page(InviteForm.empty(current.get().role().peers().getLast()), List.of(), null);
    }

    @POST
    @Path("invite")
    public Response invite(@BeanParam InviteForm form) {
        try {
            var results = invitations.invite(current.get(), form.order());
            boolean any = results.stream().anyMatch(result -> result.outcome() == Outcome.INVITED);
            var left = results.stream()
                    .filter(result -> result.outcome() == Outcome.INVALID)
                    .map(InvitationResult::typed)
                    .collect(Collectors.joining("\n"));
            return Response.status(any ? 200 : 422)
                    .type(MediaType.TEXT_HTML_TYPE)
                    .entity(page(form.with(left), results, null))
                    .build();
        } catch (Refused refused) {
            if (refused.refusal() instanceof Refusal.NotFound) throw refused;
            var problem = Problem.of(refused, languages.current(), "");
            return PersonPages.wrong(refused, page(form, List.of(), problem));
        }
    }

    private InvitePage page(InviteForm form, List<InvitationResult> results, @Nullable Problem problem) {
        SignedIn me = current.get();
        var choices = people.spaces(me).stream()
                .map(space -> new Choice(space, form.agentOf(space.id()), form.managerOf(space.id())))
                .toList();
        return new InvitePage(
                form,
                choices,
                InvitationService.levels(me),
                Languages.OFFERED,
                results,
                invitations.addressesMax(),
                gate.warnings(me, languages.current()),
                problem);
    }
}
