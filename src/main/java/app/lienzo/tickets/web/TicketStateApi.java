package app.lienzo.tickets.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Refused;
import app.lienzo.tickets.TicketStateService;
import app.lienzo.tickets.TicketStateView;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// A space's own names for how far a ticket is, for programs.
@Path("/api/v1/spaces/{space}/ticket-states")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class TicketStateApi {
    private final CurrentMember current;
    private final TicketStateService states;

    TicketStateApi(CurrentMember current, TicketStateService states) {
        this.current = current;
        this.states = states;
    }

    /// @param category `new`, `open`, `waiting`, `on-hold`, `solved` or `closed`
    /// @param first whether a ticket gets it that comes into the category by itself
    public record TicketStateItem(UUID id, String category, String name, boolean first) {
        static TicketStateItem of(TicketStateView state) {
            return new TicketStateItem(state.id(), TicketItem.word(state.category()), state.name(), state.first());
        }
    }

    /// @param items those of a category in their order, the earlier added first
    public record TicketStateList(List<TicketStateItem> items) {}

    /// @param category as in a state
    public record NewTicketState(
            @NotNull String category, @NotNull String name) {}

    public record TicketStateChange(@NotNull String name) {}

    @GET
    @PermissionsAllowed(Permission.Name.TICKETS_WORK)
    public TicketStateList list(@RestPath String space) {
        return new TicketStateList(states.of(current.get(), TicketWords.id(space)).stream()
                .map(TicketStateItem::of)
                .toList());
    }

    /// Adds a name. The first of its category is what tickets get that come there by themselves.
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.Name.SPACE_SETTINGS)
    public RestResponse<TicketStateItem> create(@RestPath String space, @Valid @NotNull NewTicketState input) {
        var made = states.create(
                current.get(), TicketWords.id(space), TicketWords.category(input.category()), input.name());
        return answer(Status.CREATED, made);
    }

    @PATCH
    @Path("{state}")
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.Name.SPACE_SETTINGS)
    public RestResponse<TicketStateItem> rename(
            @RestPath String space,
            @RestPath String state,
            @Valid @NotNull TicketStateChange input,
            @HeaderParam("If-Match") @Nullable String match) {
        var me = current.get();
        var found = of(me, space, state);
        var version = match == null || match.equals("*") ? found.version() : TicketApi.version(match);
        states.rename(me, found.id(), input.name(), version);
        return answer(Status.OK, of(me, space, state));
    }

    /// Makes it the one that tickets get that come into its category by themselves.
    @POST
    @Path("{state}/first")
    @PermissionsAllowed(Permission.Name.SPACE_SETTINGS)
    public RestResponse<TicketStateItem> makeFirst(@RestPath String space, @RestPath String state) {
        var me = current.get();
        states.makeFirst(me, of(me, space, state).id());
        return answer(Status.OK, of(me, space, state));
    }

    /// Takes a name away: tickets that have it get the one that is usual in its category.
    @DELETE
    @Path("{state}")
    @PermissionsAllowed(Permission.Name.SPACE_SETTINGS)
    public void remove(@RestPath String space, @RestPath String state) {
        var me = current.get();
        states.remove(me, of(me, space, state).id());
    }

    private TicketStateView of(SignedIn me, String space, String state) {
        var found = states.require(me, TicketWords.id(state));
        if (!found.space().equals(TicketWords.id(space))) throw Refused.notFound();
        return found;
    }

    private static RestResponse<TicketStateItem> answer(Status status, TicketStateView state) {
        return RestResponse.ResponseBuilder.create(status, TicketStateItem.of(state))
                .tag(String.valueOf(state.version()))
                .build();
    }
}
