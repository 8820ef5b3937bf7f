package app.lienzo.tickets.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Refused;
import app.lienzo.tickets.NewTicket;
import app.lienzo.tickets.Requester;
import app.lienzo.tickets.TicketChange;
import app.lienzo.tickets.TicketPriority;
import app.lienzo.tickets.TicketQuery;
import app.lienzo.tickets.TicketService;
import app.lienzo.tickets.TicketSource;
import app.lienzo.tickets.TicketType;
import app.lienzo.tickets.TicketView;
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
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// Tickets: finding, opening, changing.
@Path("/api/v1/tickets")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@PermissionsAllowed(Permission.Name.TICKETS_WORK)
public class TicketApi {
    private static final String NOBODY = "none";

    private final TicketService tickets;
    private final CurrentMember current;

    TicketApi(TicketService tickets, CurrentMember current) {
        this.tickets = tickets;
        this.current = current;
    }

    /// @param next send it as `after` for the page behind this one; null on the last
    public record TicketList(
            List<TicketItem> items, @Nullable String next) {}

    /// Who asks: a contact by his id, or by an address; whoever is not known by it becomes a contact.
    public record RequesterInput(
            @Nullable UUID id,
            @Size(max = 254) @Nullable String email,
            @Size(max = 200) @Nullable String name) {
        Requester read() {
            return id != null ? Requester.of(id) : Requester.of(email == null ? "" : email, name == null ? "" : name);
        }
    }

    /// @param description Markdown, or HTML where `html` says so; it is the requester's word
    /// @param type `question` (the default), `task` or `incident`
    /// @param priority `low`, `normal` (the default), `high` or `urgent`
    /// @param company one of the requester's; left out for his first
    /// @param attachments ids that uploading gave
    public record TicketInput(
            @NotNull UUID space,
            @NotNull @Valid RequesterInput requester,
            @NotNull String subject,
            @Nullable String description,
            @Nullable Boolean html,
            @Nullable String type,
            @Nullable String priority,
            @Nullable UUID company,
            @Nullable UUID assignee,
            @Nullable List<@NotNull String> tags,
            @Nullable Map<String, String> fields,
            @Nullable List<@NotNull UUID> attachments) {
        NewTicket wish(@Nullable String key) {
            return new NewTicket(
                    space,
                    requester.read(),
                    subject,
                    new Written(description == null ? "" : description, Boolean.TRUE.equals(html)),
                    type == null ? TicketType.QUESTION : TicketWords.type(type),
                    priority == null ? TicketPriority.NORMAL : TicketWords.priority(priority),
                    TicketSource.API,
                    company == null ? null : new TicketChange.To(company),
                    assignee,
                    tags == null ? List.of() : tags,
                    fields == null ? Map.of() : fields,
                    attachments == null ? List.of() : attachments,
                    null,
                    key);
        }
    }

    /// What is left out stays as it is.
    ///
    /// @param state a category, or with one of the space's own names `waiting:<id>`
    /// @param company an id, or `none`
    /// @param assignee an id, or `none`
    /// @param tags all of them
    public record TicketPatch(
            @Nullable String subject,
            @Nullable String type,
            @Nullable String priority,
            @Nullable String state,
            @Nullable UUID requester,
            @Nullable String company,
            @Nullable String assignee,
            @Nullable List<@NotNull String> tags,
            @Nullable Map<String, String> fields) {
        TicketChange change() {
            return new TicketChange(
                    subject,
                    type == null ? null : TicketWords.type(type),
                    priority == null ? null : TicketWords.priority(priority),
                    TicketWords.state(state),
                    requester,
                    to(company),
                    to(assignee),
                    tags,
                    List.of(),
                    List.of(),
                    fields == null ? Map.of() : fields);
        }
    }

    /// What a list is asked for.
    ///
    /// @param state categories, or with one of a space's own names `waiting:<id>`, separated by commas; all without
    /// @param assignee an id, `me` or `none`
    /// @param dueBefore an instant (RFC 3339)
    public record TicketFilter(
            @RestQuery @Nullable String space,
            @RestQuery @Nullable String state,
            @RestQuery @Nullable String assignee,
            @RestQuery @Nullable String requester,
            @RestQuery @Nullable String company,
            @RestQuery @Nullable String type,
            @RestQuery @Nullable String priority,
            @RestQuery @Nullable String tag,
            @RestQuery @Nullable String dueBefore,

            @RestQuery @DefaultValue("") @Size(max = TicketQuery.TEXT_MAX)
            String q,

            @RestQuery @DefaultValue("50") int limit,
            @RestQuery @Nullable String after) {
        TicketQuery query(UUID me) {
            return new TicketQuery(
                    optional(space),
                    TicketWords.states(state),
                    "me".equals(assignee) ? new TicketChange.To(me) : to(assignee),
                    optional(requester),
                    optional(company),
                    TicketWords.several(TicketType.class, type),
                    TicketWords.several(TicketPriority.class, priority),
                    tag,
                    instant(dueBefore),
                    q.strip(),
                    after == null ? null : TicketQuery.Place.read(after),
                    limit);
        }
    }

    @GET
    public TicketList list(@Valid TicketFilter filter) {
        var me = current.get();
        var found = tickets.list(me, filter.query(me.member()));
        var next = found.size() < filter.limit()
                ? null
                : TicketQuery.Place.of(found.getLast()).cursor();
        return new TicketList(found.stream().map(TicketItem::of).toList(), next);
    }

    /// Opens a ticket.
    ///
    /// @param key the same key twice is one ticket
    @POST
    public RestResponse<TicketItem> open(
            @Valid @NotNull TicketInput input,
            @HeaderParam("Idempotency-Key") @Size(min = 8, max = 100) @Nullable String key) {
        var opened = tickets.open(current.get(), input.wish(key));
        return answer(opened.made() ? Status.CREATED : Status.OK, opened.ticket());
    }

    @GET
    @Path("{id}")
    public RestResponse<TicketItem> one(@RestPath String id) {
        return answer(Status.OK, tickets.require(current.get(), TicketWords.id(id)));
    }

    /// Changes what is sent, all of it or nothing.
    @PATCH
    @Path("{id}")
    public RestResponse<TicketItem> change(
            @RestPath String id, @Valid @NotNull TicketPatch input, @HeaderParam("If-Match") @Nullable String match) {
        var me = current.get();
        var ticket = tickets.require(me, TicketWords.id(id));
        var version = match == null || match.equals("*") ? null : version(match);
        return answer(Status.OK, tickets.change(me, ticket.id(), input.change(), version));
    }

    static RestResponse<TicketItem> answer(Status status, TicketView ticket) {
        return RestResponse.ResponseBuilder.create(status, TicketItem.of(ticket))
                .tag(String.valueOf(ticket.version()))
                .build();
    }

    /// A number that nothing has for what is no tag of ours.
    static int version(String match) {
        var digits = match.replace("\"", "");
        return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : -1;
    }

    private static TicketChange.@Nullable To to(@Nullable String word) {
        if (word == null || word.isEmpty()) return null;
        return word.equals(NOBODY) ? TicketChange.To.NOBODY : new TicketChange.To(TicketWords.filter(word));
    }

    private static @Nullable UUID optional(@Nullable String id) {
        return id == null || id.isEmpty() ? null : TicketWords.filter(id);
    }

    private static @Nullable Instant instant(@Nullable String text) {
        if (text == null || text.isEmpty()) return null;
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException _) {
            throw Refused.invalid("filter-invalid");
        }
    }
}
