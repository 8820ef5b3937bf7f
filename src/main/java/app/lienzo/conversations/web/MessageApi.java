package app.lienzo.conversations.web;

import app.lienzo.conversations.MessageKind;
import app.lienzo.conversations.MessageService;
import app.lienzo.conversations.Outgoing;
import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Refused;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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

/// Messages of a conversation.
@Path("/api/v1/conversations/{id}/messages")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@PermissionsAllowed(Permission.Name.CONVERSATIONS_WORK)
public class MessageApi {
    private static final int LIMIT_MAX = 100;

    private final MessageService messages;
    private final CurrentMember current;

    MessageApi(MessageService messages, CurrentMember current) {
        this.messages = messages;
        this.current = current;
    }

    /// Messages, oldest first.
    public record MessageList(List<MessageItem> items) {}

    /// @param kind `reply` (the default) or `note`
    /// @param seen the last inbound message the writer knows of; a newer one refuses the reply. Left
    ///     out: send anyway
    /// @param attachments ids that uploading gave
    public record MessageInput(
            @NotNull String text,
            @Nullable String kind,
            @Nullable Integer seen,
            @Nullable List<@NotNull UUID> attachments) {}

    /// @param before a place; the messages before it. Without it and `after`, the last ones
    /// @param after a place; the messages after it
    @GET
    public MessageList list(
            @RestPath String id,
            @RestQuery @Nullable Integer before,
            @RestQuery @Nullable Integer after,
            @RestQuery @DefaultValue("50") int limit) {
        if (limit < 1 || limit > LIMIT_MAX) throw Refused.invalid("limit-invalid", LIMIT_MAX);
        var conversation = ConversationApi.id(id);
        var found = after == null
                ? messages.before(current.get(), conversation, before, limit)
                : messages.after(current.get(), conversation, after, limit);
        return new MessageList(found.stream().map(MessageItem::of).toList());
    }

    /// @param key the same key twice is one message
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public RestResponse<MessageItem> send(
            @RestPath String id,
            @Valid @NotNull MessageInput input,
            @HeaderParam("Idempotency-Key") @Size(min = 8, max = 100) @Nullable String key) {
        var receipt = messages.send(
                current.get(),
                new Outgoing(
                        ConversationApi.id(id),
                        kind(input.kind()),
                        input.text(),
                        input.seen(),
                        key,
                        input.attachments() == null ? List.of() : input.attachments()));
        var status = receipt.stored() ? Status.CREATED : Status.OK;
        return RestResponse.ResponseBuilder.create(status, MessageItem.of(receipt.message()))
                .build();
    }

    private static MessageKind kind(@Nullable String name) {
        return switch (name == null ? "reply" : name) {
            case "reply" -> MessageKind.REPLY;
            case "note" -> MessageKind.NOTE;
            default -> throw Refused.invalid("filter-invalid");
        };
    }
}
