package app.lienzo.spaces.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.identity.SpaceRole;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refusal;
import app.lienzo.kernel.Refused;
import app.lienzo.spaces.ClientGate;
import app.lienzo.spaces.InvitationGuard;
import app.lienzo.spaces.SpaceOverview;
import app.lienzo.spaces.SpacePerson;
import app.lienzo.spaces.SpaceService;
import app.lienzo.spaces.SpaceTeamService;
import app.lienzo.spaces.SpaceView;
import app.lienzo.tenancy.OrganizationView;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.Vocabulary;
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
import java.util.Locale;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// The spaces of the organization (BY-7): an Owner makes and archives them, who runs one sets it up.
@Path("/organization/spaces")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.SPACE_SETTINGS)
public class SpaceResource {
    private final SpaceService spaces;
    private final SpaceTeamService teams;
    private final ClientGate gate;
    private final CurrentMember current;
    private final Languages languages;
    private final Scope scope;

    SpaceResource(
            SpaceService spaces,
            SpaceTeamService teams,
            ClientGate gate,
            CurrentMember current,
            Languages languages,
            Scope scope) {
        this.spaces = spaces;
        this.teams = teams;
        this.gate = gate;
        this.current = current;
        this.languages = languages;
        this.scope = scope;
    }

    /// What can be chosen in the form.
    public record Choices(OrganizationView organization, List<Vocabulary> vocabularies, List<Locale> languages) {
        /// By its own name.
        public String organizationLanguage() {
            var locale = Languages.offered(organization.language()).orElse(Languages.DEFAULT);
            return locale.getDisplayLanguage(locale);
        }
    }

    /// What is wrong, and at which field.
    ///
    /// @param field empty for none in particular
    public record Fault(String field, String text) {}

    @CheckedTemplate(basePath = "spaces", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SpacesPage(List<SpaceOverview> spaces, List<SpaceOverview> archived, boolean creates, String done)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "spaces", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record NewSpacePage(
            SpaceForm form, Choices choices, @Nullable Fault fault) implements TemplateInstance {}

    /// @param archives whether the member may take it out of use
    /// @param adds whether he may let more of the organization's people in
    /// @param warnings what he has to read first; empty before somebody is let in against whom it speaks
    @CheckedTemplate(basePath = "spaces", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SpacePage(
            SpaceView space,
            SpaceForm form,
            Choices choices,
            List<SpacePerson> people,
            List<SpaceRole> roles,
            boolean archives,
            boolean adds,
            List<InvitationGuard.Warning> warnings,
            String person,
            @Nullable Fault fault,
            String done)
            implements TemplateInstance {}

    @GET
    public TemplateInstance list(@RestQuery @Nullable String done) {
        var all = spaces.managed(current.get());
        return new SpacesPage(
                all.stream().filter(one -> !one.space().archived()).toList(),
                all.stream().filter(one -> one.space().archived()).toList(),
                current.get().may(Permission.SPACES_CREATE),
                done == null ? "" : done);
    }

    @GET
    @Path("new")
    @PermissionsAllowed(Permission.Name.SPACES_CREATE)
    public TemplateInstance fresh() {
        return new NewSpacePage(SpaceForm.EMPTY, choices(), null);
    }

    @POST
    @PermissionsAllowed(Permission.Name.SPACES_CREATE)
    public Response create(@BeanParam SpaceForm form) {
        try {
            var space = spaces.create(current.get(), form.slug(), form.settings());
            return Pages.seeOther("/organization/spaces/" + space.id() + "?done=created");
        } catch (Refused refused) {
            return Pages.unprocessable(new NewSpacePage(form, choices(), fault(refused)));
        }
    }

    @GET
    @Path("{id}")
    public TemplateInstance one(@RestPath String id, @RestQuery @Nullable String done) {
        var me = current.get();
        var space = spaces.require(me, id(id));
        return page(me, space, SpaceForm.of(space), "", null, done == null ? "" : done);
    }

    @POST
    @Path("{id}")
    public Response describe(@RestPath String id, @BeanParam SpaceForm form) {
        var me = current.get();
        try {
            spaces.describe(me, id(id), form.settings(), null);
            return done(id, "saved");
        } catch (Refused refused) {
            return again(me, id, form, "", refused);
        }
    }

    @POST
    @Path("{id}/archive")
    @PermissionsAllowed(Permission.Name.SPACES_CREATE)
    public Response archive(@RestPath String id) {
        spaces.archive(current.get(), id(id));
        return Pages.seeOther("/organization/spaces?done=" + id(id));
    }

    @POST
    @Path("{id}/restore")
    @PermissionsAllowed(Permission.Name.SPACES_CREATE)
    public Response restore(@RestPath String id) {
        spaces.restore(current.get(), id(id));
        return done(id, "restored");
    }

    @POST
    @Path("{id}/members")
    @PermissionsAllowed(Permission.Name.SPACE_SETTINGS)
    public Response add(
            @RestPath String id,
            @RestForm @Nullable String person,
            @RestForm @Nullable String role,
            @RestForm @Nullable String confirmed) {
        var me = current.get();
        var typed = person == null ? "" : person;
        try {
            teams.add(me, id(id), new SpaceTeamService.Newcomer(typed, confirmed != null), role(role));
            return done(id, "added");
        } catch (Refused refused) {
            return again(me, id, null, typed, refused);
        }
    }

    @POST
    @Path("{id}/members/{member}")
    public Response changeRole(@RestPath String id, @RestPath String member, @RestForm @Nullable String role) {
        teams.changeRole(current.get(), id(id), id(member), role(role));
        return done(id, "saved");
    }

    @POST
    @Path("{id}/members/{member}/removal")
    public Response dismiss(@RestPath String id, @RestPath String member) {
        var me = current.get();
        teams.dismiss(me, id(id), id(member));
        // Whoever takes himself out of a space does not see it any more.
        return me.member().equals(id(member)) && !me.may(Permission.SPACES_CREATE)
                ? Pages.seeOther("/")
                : done(id, "removed");
    }

    private Response again(SignedIn me, String id, @Nullable SpaceForm form, String person, Refused refused) {
        if (refused.refusal() instanceof Refusal.NotFound || refused.refusal() instanceof Refusal.Forbidden)
            throw refused;
        var space = spaces.require(me, id(id));
        return Pages.unprocessable(
                page(me, space, form == null ? SpaceForm.of(space) : form, person, fault(refused), ""));
    }

    private SpacePage page(
            SignedIn me, SpaceView space, SpaceForm form, String person, @Nullable Fault fault, String done) {
        return new SpacePage(
                space,
                form,
                choices(),
                teams.people(me, space.id()),
                List.of(SpaceRole.values()),
                me.may(Permission.SPACES_CREATE),
                me.may(Permission.MEMBERS_MANAGE) && !space.archived(),
                fault != null && fault.field().equals("confirmed") ? gate.warnings(me, languages.current()) : List.of(),
                person,
                fault,
                done);
    }

    private Choices choices() {
        return new Choices(scope.organization(), List.of(Vocabulary.values()), Languages.OFFERED);
    }

    private Fault fault(Refused refused) {
        var field = switch (refused.refusal().code()) {
            case "space-name-missing" -> "name";
            case "space-slug-invalid", "space-slug-taken" -> "slug";
            case "person-unknown" -> "person";
            case "invitation-unconfirmed" -> "confirmed";
            default -> "";
        };
        return new Fault(field, Problem.of(refused, languages.current(), "").detail());
    }

    private static Response done(String id, String what) {
        return Pages.seeOther("/organization/spaces/" + id(id) + "?done=" + what);
    }

    private static SpaceRole role(@Nullable String name) {
        return "MANAGER".equals(name) ? SpaceRole.MANAGER : SpaceRole.AGENT;
    }

    private static UUID id(String text) {
        return Ids.read(text).orElseThrow(Refused::notFound);
    }
}
