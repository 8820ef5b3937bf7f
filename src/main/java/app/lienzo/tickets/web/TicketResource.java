package app.lienzo.tickets.web;

import app.lienzo.fields.FieldService;
import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refusal;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.Tags;
import app.lienzo.tickets.TicketChange;
import app.lienzo.tickets.TicketService;
import app.lienzo.tickets.TicketView;
import app.lienzo.ui.FormFields;
import app.lienzo.ui.Languages;
import app.lienzo.ui.Pages;
import app.lienzo.ui.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// One ticket: its page, and what is different about it. The address people share is the space's slug
/// and the number, `/tickets/support-12`; by its id one is led there.
@Path("/tickets/{id}")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.TICKETS_WORK)
public class TicketResource {
    static final String BY_SCRIPT = "HX-Request";

    private final CurrentMember current;
    private final TicketService tickets;
    private final TicketDesks desks;
    private final FactSheets facts;
    private final TicketPresence presence;
    private final Languages languages;

    TicketResource(
            CurrentMember current,
            TicketService tickets,
            TicketDesks desks,
            FactSheets facts,
            TicketPresence presence,
            Languages languages) {
        this.current = current;
        this.tickets = tickets;
        this.desks = desks;
        this.facts = facts;
        this.presence = presence;
        this.languages = languages;
    }

    /// @param merged number of the ticket that led here; null for none
    /// @param undone how many changes were taken back a moment ago; null for none
    @CheckedTemplate(basePath = "tickets", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record TicketPage(
            SignedIn member,
            TicketDesk desk,
            @Nullable Long merged,
            @Nullable Integer undone) implements TemplateInstance {}

    /// The right column.
    @CheckedTemplate(basePath = "tickets", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record FactsPart(Facts facts) implements TemplateInstance {}

    /// @param undo what takes the last change back
    @GET
    public Object page(
            @RestPath String id,
            @RestQuery @Nullable String undo,
            @RestQuery @Nullable Long merged,
            @RestQuery @Nullable Integer undone) {
        var me = current.get();
        var ticket = desks.find(me, id);
        var into = ticket.mergedInto();
        if (into != null) {
            return Pages.seeOther(desks.path(tickets.require(me, into)) + "?merged=" + ticket.number());
        }
        var back = undo == null ? null : Ids.read(undo).orElse(null);
        if (Ids.read(id).isPresent()) return Pages.seeOther(desks.path(ticket) + (back == null ? "" : "?undo=" + back));
        return new TicketPage(me, desks.read(me, ticket, back), merged, undone);
    }

    @GET
    @Path("facts")
    public TemplateInstance facts(@RestPath String id) {
        var me = current.get();
        return new FactsPart(facts.read(me, tickets.require(me, TicketWords.id(id)), null, ""));
    }

    /// What the form of the right column says; all of it, as it stood there.
    ///
    /// @param state as [TicketWords#state] reads it
    /// @param company empty for none
    /// @param assignee empty for nobody
    /// @param version the one that was looked at
    public record FactsForm(
            @RestForm @Nullable String subject,
            @RestForm @Nullable String type,
            @RestForm @Nullable String priority,
            @RestForm @Nullable String state,
            @RestForm @Nullable String company,
            @RestForm @Nullable String assignee,
            @RestForm @Nullable String tags,
            @RestForm @Nullable Integer version) {
        TicketChange change(Map<String, String> fields) {
            return new TicketChange(
                    subject,
                    type == null ? null : TicketWords.type(type),
                    priority == null ? null : TicketWords.priority(priority),
                    TicketWords.state(state),
                    null,
                    to(company),
                    to(assignee),
                    tags == null ? null : Tags.read(tags),
                    List.of(),
                    List.of(),
                    fields);
        }

        private static TicketChange.@Nullable To to(@Nullable String id) {
            if (id == null) return null;
            return id.isEmpty() ? TicketChange.To.NOBODY : new TicketChange.To(TicketWords.filter(id));
        }
    }

    @POST
    @Path("facts")
    public Response change(
            @RestPath String id, @BeanParam FactsForm form, @HeaderParam(BY_SCRIPT) @Nullable String script) {
        var me = current.get();
        var ticket = tickets.require(me, TicketWords.id(id));
        try {
            var done = tickets.changeUndoably(
                    me, ticket.id(), form.change(FormFields.under(FieldService.INPUT)), form.version());
            return changed(me, ticket.id(), done.undo(), script);
        } catch (Refused refused) {
            return declined(me, ticket, refused, script);
        }
    }

    /// Somebody looks at it or writes, for those who do too.
    @POST
    @Path("presence")
    public void presence(@RestPath String id, @RestForm boolean typing) {
        var me = current.get();
        presence.tell(me, tickets.require(me, TicketWords.id(id)), typing);
    }

    private Response changed(SignedIn me, UUID id, @Nullable UUID undo, @Nullable String script) {
        var ticket = tickets.require(me, id);
        if (script == null) return Pages.seeOther(desks.path(ticket) + (undo == null ? "" : "?undo=" + undo));
        return Response.ok(new FactsPart(facts.read(me, ticket, undo, ""))).build();
    }

    /// The column as it is now, with what could not be done said in it.
    private Response declined(SignedIn me, TicketView before, Refused refused, @Nullable String script) {
        if (refused.refusal() instanceof Refusal.NotFound || refused.refusal() instanceof Refusal.Forbidden)
            throw refused;
        var problem = Problem.of(refused, languages.current(), "");
        var ticket = tickets.require(me, before.id());
        var sheet = facts.read(me, ticket, null, problem.detail());
        var answer = script == null
                ? new TicketPage(me, desks.read(me, ticket, null).with(sheet), null, null)
                : new FactsPart(sheet);
        return Response.status(problem.status())
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(answer)
                .build();
    }
}
