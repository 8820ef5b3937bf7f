package app.lienzo.people.web;

import app.lienzo.identity.AccountService;
import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SessionService;
import app.lienzo.identity.SpaceRole;
import app.lienzo.kernel.Refused;
import app.lienzo.people.InvitationService;
import app.lienzo.people.LeavingService;
import app.lienzo.people.PeopleService;
import app.lienzo.ui.Pages;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// What a person's account opens: level, spaces, ways in, and its end.
@Path("/organization/people")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.MEMBERS_MANAGE)
public class PersonAccountResource {
    private final PersonPages pages;
    private final PeopleService people;
    private final LeavingService leaving;
    private final InvitationService invitations;
    private final AccountService accounts;
    private final SessionService sessions;
    private final CurrentMember current;

    PersonAccountResource(
            PersonPages pages,
            PeopleService people,
            LeavingService leaving,
            InvitationService invitations,
            AccountService accounts,
            SessionService sessions,
            CurrentMember current) {
        this.pages = pages;
        this.people = people;
        this.leaving = leaving;
        this.invitations = invitations;
        this.accounts = accounts;
        this.sessions = sessions;
        this.current = current;
    }

    @POST
    @Path("{id}/level")
    public Response changeLevel(
            @RestPath String id, @RestForm @Nullable String level, @RestForm @Nullable String confirmed) {
        return pages.change(
                id,
                "level",
                null,
                person -> people.changeLevel(current.get(), person, InviteForm.level(level), confirmed != null));
    }

    @POST
    @Path("{id}/spaces")
    public Response assign(
            @RestPath String id,
            @RestForm @Nullable String space,
            @RestForm @Nullable String role,
            @RestForm @Nullable String confirmed) {
        return pages.change(
                id,
                "spaces",
                null,
                person -> people.assign(
                        current.get(), person, InviteForm.id(text(space)), role(role), confirmed != null));
    }

    @POST
    @Path("{id}/spaces/remove")
    public Response unassign(@RestPath String id, @RestForm @Nullable String space) {
        return pages.change(
                id, "spaces", null, person -> people.unassign(current.get(), person, InviteForm.id(text(space))));
    }

    @POST
    @Path("{id}/sessions/end")
    public Response endSessions(@RestPath String id) {
        return pages.change(id, "sessions", null, person -> sessions.endAll(current.get(), person));
    }

    @POST
    @Path("{id}/password-link")
    public Response sendLink(@RestPath String id) {
        return pages.change(id, "link", null, person -> invitations.sendLink(current.get(), person));
    }

    /// The one answer to a change that is no redirect: what it shows cannot be shown again.
    @POST
    @Path("{id}/temporary-password")
    public Response temporaryPassword(@RestPath String id) {
        var password = new String[1];
        var answer = pages.change(
                id, "password", null, person -> password[0] = people.temporaryPassword(current.get(), person));
        if (password[0] == null) return answer;
        return Response.ok(pages.withPassword(InviteForm.id(id), password[0])).build();
    }

    @POST
    @Path("{id}/invitation/resend")
    public Response resend(@RestPath String id) {
        return pages.change(id, "invitation", null, person -> invitations.resend(current.get(), person));
    }

    @POST
    @Path("{id}/invitation/withdraw")
    public Response withdraw(@RestPath String id) {
        return gone(pages.change(id, "withdraw", null, person -> invitations.withdraw(current.get(), person)));
    }

    @POST
    @Path("{id}/deactivate")
    public Response deactivate(@RestPath String id, @RestForm @Nullable String successor) {
        return pages.change(
                id, "state", null, person -> leaving.deactivate(current.get(), person, successor(successor)));
    }

    @POST
    @Path("{id}/activate")
    public Response activate(@RestPath String id) {
        return pages.change(id, "state", null, person -> accounts.activate(current.get(), person));
    }

    /// @param confirm the user name, as proof
    @POST
    @Path("{id}/remove")
    public Response remove(
            @RestPath String id, @RestForm @Nullable String confirm, @RestForm @Nullable String successor) {
        return gone(pages.change(
                id,
                "remove",
                null,
                person -> leaving.remove(current.get(), person, text(confirm), successor(successor))));
    }

    /// Back to the list, as there is no page of the person any more.
    private static Response gone(Response answer) {
        return answer.getStatus() == 303 ? Pages.seeOther("/organization/people?gone=1") : answer;
    }

    private static SpaceRole role(@Nullable String name) {
        return PeopleFilter.one(SpaceRole.values(), name).orElseThrow(() -> Refused.invalid("role-unknown"));
    }

    private static @Nullable UUID successor(@Nullable String id) {
        return id == null || id.isBlank()
                ? null
                : app.lienzo.kernel.Ids.read(id).orElseThrow(() -> Refused.invalid("member-unknown"));
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
