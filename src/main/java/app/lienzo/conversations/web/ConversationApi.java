package app.lienzo.conversations.web;

import app.lienzo.contacts.AcquaintanceService;
import app.lienzo.conversations.ChannelDirectory;
import app.lienzo.conversations.ConversationQuery;
import app.lienzo.conversations.ConversationService;
import app.lienzo.conversations.ConversationState;
import app.lienzo.conversations.ConversationView;
import app.lienzo.conversations.Inbound;
import app.lienzo.conversations.MessageService;
import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.spaces.SpaceService;
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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// Conversations: finding, opening, taking, releasing, handing over, closing.
@Path("/api/v1/conversations")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@PermissionsAllowed(Permission.Name.CONVERSATIONS_WORK)
public class ConversationApi {
    private final ConversationService conversations;
    private final MessageService messages;
    private final AcquaintanceService contacts;
    private final SpaceService spaces;
    private final ChannelDirectory channels;
    private final CurrentMember current;

    ConversationApi(
            ConversationService conversations,
            MessageService messages,
            AcquaintanceService contacts,
            SpaceService spaces,
            ChannelDirectory channels,
            CurrentMember current) {
        this.conversations = conversations;
        this.messages = messages;
        this.contacts = contacts;
        this.spaces = spaces;
        this.channels = channels;
        this.current = current;
    }

    /// @param next send it as `after` for the page behind this one; null on the last
    public record ConversationList(
            List<ConversationItem> items, @Nullable String next) {}

    /// What somebody else's system says of a customer.
    ///
    /// @param externalId his id there; the same id is the same contact
    public record ContactInput(
            @NotBlank @Size(max = 200) String externalId,
            @Size(max = 200) @Nullable String name,
            @Size(max = 254) @Nullable String email) {}

    /// A customer's message that came in by another way.
    public record ConversationInput(
            @NotNull UUID channel,
            @NotNull @Valid ContactInput contact,
            @NotNull String text) {}

    public record HolderInput(@NotNull UUID member) {}

    /// @param conversation where it stands now
    /// @param stored false when the same key had been sent before
    public record Received(UUID conversation, MessageItem message, boolean stored) {}

    @GET
    public ConversationList list(
            @RestQuery @DefaultValue("inbox") String state,
            @RestQuery @Nullable String space,
            @RestQuery @DefaultValue("false") boolean team,
            @RestQuery @DefaultValue("") @Size(max = ConversationQuery.TEXT_MAX) String q,
            @RestQuery @DefaultValue("50") int limit,
            @RestQuery @Nullable String after) {
        var query = new ConversationQuery(
                state(state),
                space == null ? null : Ids.read(space).orElseThrow(() -> Refused.invalid("filter-invalid")),
                team,
                q.strip(),
                after == null ? null : ConversationQuery.Place.read(after),
                limit);
        var found = conversations.list(current.get(), query);
        var next = found.size() < limit
                ? null
                : new ConversationQuery.Place(
                                found.getLast().changedAt(), found.getLast().id())
                        .cursor();
        return new ConversationList(found.stream().map(ConversationItem::of).toList(), next);
    }

    /// Hands in a customer's message; his conversation over the channel is opened when he has none.
    ///
    /// @param key the same key twice is one message
    @POST
    public RestResponse<Received> receive(
            @Valid @NotNull ConversationInput input,
            @HeaderParam("Idempotency-Key") @Size(min = 8, max = 100) @Nullable String key) {
        var channel = channels.label(input.channel());
        current.get().require(Permission.CONVERSATIONS_WORK, channel.space());
        spaces.requireInUse(channel.space());
        var name = input.contact().name() == null ? "" : input.contact().name();
        var contact = contacts.known(
                channel.space(),
                input.contact().externalId(),
                name,
                input.contact().email() == null ? "" : input.contact().email(),
                null,
                false);
        var receipt = messages.receive(new Inbound(
                channel.space(),
                input.channel(),
                contact,
                name,
                input.text(),
                key == null ? Ids.next().toString() : key,
                null,
                List.of()));
        var received =
                new Received(receipt.message().conversation(), MessageItem.of(receipt.message()), receipt.stored());
        return RestResponse.ResponseBuilder.create(received.stored() ? Status.CREATED : Status.OK, received)
                .build();
    }

    @GET
    @Path("{id}")
    public RestResponse<ConversationItem> one(@RestPath String id) {
        return answer(conversations.require(current.get(), id(id)));
    }

    @POST
    @Path("{id}/holder")
    @Consumes(MediaType.WILDCARD)
    public RestResponse<ConversationItem> take(@RestPath String id, @HeaderParam("If-Match") @Nullable String match) {
        // Who lost the race may not see the conversation any more, and is to be told who won: no look before the
        // update.
        if (match != null) unchanged(id(id), match);
        return answer(conversations.take(current.get(), id(id)));
    }

    @DELETE
    @Path("{id}/holder")
    @Consumes(MediaType.WILDCARD)
    public RestResponse<ConversationItem> release(
            @RestPath String id, @HeaderParam("If-Match") @Nullable String match) {
        unchanged(id(id), match);
        return answer(conversations.release(current.get(), id(id)));
    }

    @PUT
    @Path("{id}/holder")
    public void transfer(
            @RestPath String id, @Valid @NotNull HolderInput holder, @HeaderParam("If-Match") @Nullable String match) {
        unchanged(id(id), match);
        conversations.transfer(current.get(), id(id), holder.member());
    }

    @POST
    @Path("{id}/closure")
    @Consumes(MediaType.WILDCARD)
    public RestResponse<ConversationItem> close(@RestPath String id, @HeaderParam("If-Match") @Nullable String match) {
        unchanged(id(id), match);
        return answer(conversations.close(current.get(), id(id)));
    }

    @DELETE
    @Path("{id}/closure")
    @Consumes(MediaType.WILDCARD)
    public RestResponse<ConversationItem> reopen(@RestPath String id, @HeaderParam("If-Match") @Nullable String match) {
        unchanged(id(id), match);
        return answer(conversations.reopen(current.get(), id(id)));
    }

    private void unchanged(UUID id, @Nullable String match) {
        if (match == null || match.equals("*")) return;
        var etag = ConversationItem.of(conversations.require(current.get(), id)).etag();
        if (!match.equals("\"" + etag + "\"")) throw Refused.conflict("conversation-changed");
    }

    private static RestResponse<ConversationItem> answer(ConversationView view) {
        var item = ConversationItem.of(view);
        return RestResponse.ResponseBuilder.ok(item).tag(item.etag()).build();
    }

    static UUID id(String text) {
        return Ids.read(text).orElseThrow(Refused::notFound);
    }

    private static ConversationState state(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "inbox" -> ConversationState.INBOX;
            case "in-progress" -> ConversationState.IN_PROGRESS;
            case "closed" -> ConversationState.CLOSED;
            default -> throw Refused.invalid("filter-invalid");
        };
    }
}
