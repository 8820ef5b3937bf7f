package app.lienzo.tickets.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Refused;
import app.lienzo.tickets.EntryService;
import app.lienzo.tickets.NewEntry;
import app.lienzo.tickets.TicketService;
import app.lienzo.tickets.Written;
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

/// What was said and done about a ticket.
@Path("/api/v1/tickets/{id}/entries")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@PermissionsAllowed(Permission.Name.TICKETS_WORK)
public class EntryApi {
    private static final int LIMIT_MAX = 100;

    private final TicketService tickets;
    private final EntryService entries;
    private final CurrentMember current;

    EntryApi(TicketService tickets, EntryService entries, CurrentMember current) {
        this.tickets = tickets;
        this.entries = entries;
        this.current = current;
    }

    /// Lines, oldest first.
    public record EntryList(List<EntryItem> items) {}

    /// @param text Markdown, or HTML where `html` says so
    /// @param kind `reply` (the default) or `note`
    /// @param seen the last line the writer knows of; a newer public one refuses the reply. Left out:
    ///     send anyway
    /// @param state how far the ticket is afterwards, as in a change; left out to leave it
    /// @param attachments ids that uploading gave
    public record EntryInput(
            @NotNull String text,
            @Nullable Boolean html,
            @Nullable String kind,
            @Nullable Integer seen,
            @Nullable String state,
            @Nullable List<@NotNull UUID> attachments) {
        NewEntry entry(@Nullable String key) {
            return new NewEntry(
                    new Written(text, Boolean.TRUE.equals(html)),
                    seen,
                    TicketWords.state(state),
                    key,
                    attachments == null ? List.of() : attachments);
        }
    }

    /// @param before a place; the lines before it. Without it and `after`, the last ones
    /// @param after a place; the lines after it
    @GET
    public EntryList list(
            @RestPath String id,
            @RestQuery @Nullable Integer before,
            @RestQuery @Nullable Integer after,
            @RestQuery @DefaultValue("50") int limit) {
        if (limit < 1 || limit > LIMIT_MAX) throw Refused.invalid("limit-invalid", LIMIT_MAX);
        var ticket = TicketWords.id(id);
        var found = after == null
                ? entries.before(current.get(), ticket, before, limit)
                : entries.after(current.get(), ticket, after, limit);
        return new EntryList(found.stream().map(EntryItem::of).toList());
    }

    /// @param key the same key twice is one line
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public RestResponse<EntryItem> add(
            @RestPath String id,
            @Valid @NotNull EntryInput input,
            @HeaderParam("Idempotency-Key") @Size(min = 8, max = 100) @Nullable String key) {
        var ticket = TicketWords.id(id);
        var entry = input.entry(key);
        var added = switch (input.kind() == null ? "reply" : input.kind()) {
            case "reply" -> tickets.reply(current.get(), ticket, entry);
            case "note" -> tickets.note(current.get(), ticket, entry);
            default -> throw Refused.invalid("filter-invalid");
        };
        return RestResponse.status(Status.CREATED, EntryItem.of(added));
    }
}
