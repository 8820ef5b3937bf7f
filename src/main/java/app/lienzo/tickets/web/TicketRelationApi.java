package app.lienzo.tickets.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Refused;
import app.lienzo.tickets.Colleague;
import app.lienzo.tickets.FollowerService;
import app.lienzo.tickets.LinkKind;
import app.lienzo.tickets.MergeService;
import app.lienzo.tickets.TicketLink;
import app.lienzo.tickets.TicketLinkService;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// What a ticket has to do with people and other tickets.
@Path("/api/v1/tickets/{id}")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@PermissionsAllowed(Permission.Name.TICKETS_WORK)
public class TicketRelationApi {
    private final FollowerService followers;
    private final TicketLinkService links;
    private final MergeService merges;
    private final CurrentMember current;

    TicketRelationApi(FollowerService followers, TicketLinkService links, MergeService merges, CurrentMember current) {
        this.followers = followers;
        this.links = links;
        this.merges = merges;
        this.current = current;
    }

    /// @param into number of the ticket of the same space that goes on
    public record MergeInput(long into) {}

    /// @param number of the other ticket of the same space
    /// @param how `related` (the default), `duplicate-of`, `duplicated-by`, `part-of` or `has-part`
    public record LinkInput(long number, @Nullable String how) {}

    public record LinkItem(String how, TicketItem ticket) {
        static LinkItem of(TicketLink link) {
            return new LinkItem(TicketItem.word(link.kind()), TicketItem.of(link.other()));
        }
    }

    /// Lets the ticket go on as another one, for good.
    ///
    /// @return the one that goes on
    @POST
    @Path("merge")
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.Name.TICKETS_MANAGE)
    public RestResponse<TicketItem> merge(@RestPath String id, @Valid @NotNull MergeInput input) {
        return TicketApi.answer(Status.OK, merges.merge(current.get(), TicketWords.id(id), input.into()));
    }

    /// Makes a ticket of its own of a line.
    @POST
    @Path("entries/{seq}/split")
    public RestResponse<TicketItem> split(@RestPath String id, @RestPath String seq) {
        int place = seq.matches("[0-9]{1,9}") ? Integer.parseInt(seq) : 0;
        return TicketApi.answer(Status.CREATED, merges.split(current.get(), TicketWords.id(id), place));
    }

    @GET
    @Path("links")
    public List<LinkItem> links(@RestPath String id) {
        return links.of(current.get(), TicketWords.id(id)).stream()
                .map(LinkItem::of)
                .toList();
    }

    @POST
    @Path("links")
    @Consumes(MediaType.APPLICATION_JSON)
    public RestResponse<List<LinkItem>> link(@RestPath String id, @Valid @NotNull LinkInput input) {
        links.link(current.get(), TicketWords.id(id), input.number(), kind(input.how()));
        return RestResponse.status(Status.CREATED, links(id));
    }

    @DELETE
    @Path("links/{other}")
    public void unlink(@RestPath String id, @RestPath String other) {
        links.unlink(current.get(), TicketWords.id(id), TicketWords.id(other));
    }

    @GET
    @Path("followers")
    public List<Colleague> followers(@RestPath String id) {
        return followers.of(current.get(), TicketWords.id(id));
    }

    @PUT
    @Path("followers/{member}")
    public void follow(@RestPath String id, @RestPath String member) {
        followers.follow(current.get(), TicketWords.id(id), who(member));
    }

    @DELETE
    @Path("followers/{member}")
    public void unfollow(@RestPath String id, @RestPath String member) {
        followers.unfollow(current.get(), TicketWords.id(id), who(member));
    }

    private static UUID who(String member) {
        return TicketWords.id(member);
    }

    private static LinkKind kind(@Nullable String how) {
        if (how == null) return LinkKind.RELATED;
        return Arrays.stream(LinkKind.values())
                .filter(one -> TicketItem.word(one).equals(how))
                .findFirst()
                .orElseThrow(() -> Refused.invalid("filter-invalid"));
    }
}
