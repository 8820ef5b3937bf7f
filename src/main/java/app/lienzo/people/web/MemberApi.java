package app.lienzo.people.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.MemberState;
import app.lienzo.identity.OrganizationRole;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SpaceRole;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.people.InvitationOrder;
import app.lienzo.people.InvitationService;
import app.lienzo.people.PeopleQuery;
import app.lienzo.people.PeopleService;
import app.lienzo.people.Person;
import app.lienzo.people.PersonChange;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// People for programs: the same rules as on the pages.
@Path("/api/v1/members")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@PermissionsAllowed(Permission.Name.MEMBERS_MANAGE)
public class MemberApi {
    private final PeopleService people;
    private final InvitationService invitations;
    private final CurrentMember current;

    MemberApi(PeopleService people, InvitationService invitations, CurrentMember current) {
        this.people = people;
        this.invitations = invitations;
        this.current = current;
    }

    /// @param next send it as `after` for the page behind this one; null on the last
    public record MemberList(
            List<MemberItem> items, @Nullable UUID next) {}

    /// Somebody to be invited.
    ///
    /// @param userName null to have one made of the address
    /// @param name null to have one made of the address
    /// @param level null for MEMBER
    /// @param agentOf ids of spaces
    /// @param managerOf ids of spaces
    /// @param confirmed whether to go on although something speaks against inviting customers' people now:
    ///     without it that is answered with the reason, `invitation-unconfirmed`
    public record InvitationInput(
            @NotBlank @Size(max = 254) String email,
            @Size(max = 120) @Nullable String userName,
            @Size(max = 120) @Nullable String name,
            @Size(max = 20) @Nullable String level,
            @Size(max = 2) @Nullable String language,
            @Size(max = 200) @Nullable List<@NotNull String> agentOf,
            @Size(max = 200) @Nullable List<@NotNull String> managerOf,
            @Nullable Boolean confirmed) {}

    /// What is to change; what is left out stays, an empty text clears. The address changes by confirmation
    /// only.
    ///
    /// @param confirmed as in [RoleInput], for a level below which only spaces are left
    public record MemberInput(
            @Size(max = 120) @Nullable String name,
            @Size(max = 40) @Nullable String phone,
            @Size(max = 2) @Nullable String language,
            @Size(max = 60) @Nullable String timeZone,
            @Size(max = 120) @Nullable String userName,
            @Size(max = 20) @Nullable String level,
            @Nullable Boolean active,
            @Nullable Boolean confirmed) {}

    /// @param confirmed whether to go on although something speaks against letting customers' people in now: without it
    ///     that is answered with the reason, `invitation-unconfirmed`
    public record RoleInput(
            @NotNull SpaceRole role, @Nullable Boolean confirmed) {}

    @GET
    public MemberList list(
            @RestQuery @Nullable @Size(max = 120) String q,
            @RestQuery @Nullable String level,
            @RestQuery @Nullable String space,
            @RestQuery @Nullable String state,
            @RestQuery @DefaultValue("50") int limit,
            @RestQuery @Nullable String after) {
        var found = people.list(
                current.get(),
                new PeopleQuery(
                        q == null || q.isBlank() ? null : q.strip(),
                        filter(OrganizationRole.values(), level),
                        id(space),
                        filter(MemberState.values(), state),
                        id(after),
                        limit));
        return new MemberList(
                found.stream().map(MemberItem::of).toList(),
                found.size() < limit ? null : found.getLast().id());
    }

    /// Invites somebody: an account, and a mail with a link to set a password.
    ///
    /// @param key the same key twice is one invitation
    @POST
    public RestResponse<MemberItem> invite(
            @Valid @NotNull InvitationInput input,
            @HeaderParam("Idempotency-Key") @Size(min = 8, max = 100) @Nullable String key) {
        boolean known = key != null && invitations.used(key);
        var order = new InvitationOrder(
                input.email(),
                input.userName(),
                input.name(),
                InviteForm.level(input.level()),
                InviteForm.roles(input.agentOf(), input.managerOf()),
                DetailsForm.known(input.language()),
                Boolean.TRUE.equals(input.confirmed()));
        var member = invitations.inviteOne(current.get(), order, key);
        return answer(known ? Status.OK : Status.CREATED, people.require(current.get(), member.id()));
    }

    @GET
    @Path("{id}")
    public RestResponse<MemberItem> one(@RestPath String id) {
        return answer(Status.OK, people.require(current.get(), InviteForm.id(id)));
    }

    @PATCH
    @Path("{id}")
    public RestResponse<MemberItem> change(
            @RestPath String id, @Valid @NotNull MemberInput input, @HeaderParam("If-Match") @Nullable String match) {
        unchanged(InviteForm.id(id), match);
        var change = new PersonChange(
                input.name(),
                input.phone(),
                input.language(),
                input.timeZone(),
                input.userName(),
                input.level() == null ? null : InviteForm.level(input.level()),
                input.active(),
                Boolean.TRUE.equals(input.confirmed()));
        return answer(Status.OK, people.change(current.get(), InviteForm.id(id), change));
    }

    @PUT
    @Path("{id}/spaces/{space}")
    public RestResponse<MemberItem> assign(
            @RestPath String id, @RestPath String space, @Valid @NotNull RoleInput input) {
        var member = InviteForm.id(id);
        people.assign(
                current.get(), member, InviteForm.id(space), input.role(), Boolean.TRUE.equals(input.confirmed()));
        return answer(Status.OK, people.require(current.get(), member));
    }

    @DELETE
    @Path("{id}/spaces/{space}")
    @Consumes(MediaType.WILDCARD)
    public void unassign(@RestPath String id, @RestPath String space) {
        people.unassign(current.get(), InviteForm.id(id), InviteForm.id(space));
    }

    /// Sends an invitation again.
    @POST
    @Path("{id}/invitation")
    @Consumes(MediaType.WILDCARD)
    public void resend(@RestPath String id) {
        invitations.resend(current.get(), InviteForm.id(id));
    }

    /// Takes an invitation back.
    @DELETE
    @Path("{id}/invitation")
    @Consumes(MediaType.WILDCARD)
    public void withdraw(@RestPath String id) {
        invitations.withdraw(current.get(), InviteForm.id(id));
    }

    private void unchanged(UUID id, @Nullable String match) {
        if (match == null || match.equals("*")) return;
        var etag = MemberItem.of(people.require(current.get(), id)).etag();
        if (!match.equals("\"" + etag + "\"")) throw Refused.conflict("member-changed");
    }

    private static RestResponse<MemberItem> answer(Status status, Person person) {
        var item = MemberItem.of(person);
        return RestResponse.ResponseBuilder.create(status, item)
                .tag(item.etag())
                .build();
    }

    private static <T extends Enum<T>> @Nullable T filter(T[] values, @Nullable String name) {
        if (name == null || name.isEmpty()) return null;
        return PeopleFilter.one(values, name).orElseThrow(() -> Refused.invalid("filter-invalid"));
    }

    private static @Nullable UUID id(@Nullable String text) {
        if (text == null || text.isEmpty()) return null;
        return Ids.read(text).orElseThrow(() -> Refused.invalid("filter-invalid"));
    }
}
