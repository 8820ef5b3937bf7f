package app.lienzo.tickets.web;

import app.lienzo.contacts.ContactService;
import app.lienzo.contacts.ContactView;
import app.lienzo.fields.FieldService;
import app.lienzo.fields.FieldSubject;
import app.lienzo.fields.FieldView;
import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refusal;
import app.lienzo.kernel.Refused;
import app.lienzo.spaces.SpaceChoice;
import app.lienzo.spaces.SpaceService;
import app.lienzo.spaces.SpaceView;
import app.lienzo.tickets.Colleague;
import app.lienzo.tickets.TicketFileService;
import app.lienzo.tickets.TicketPriority;
import app.lienzo.tickets.TicketService;
import app.lienzo.tickets.TicketType;
import app.lienzo.ui.FormFields;
import app.lienzo.ui.Languages;
import app.lienzo.ui.Pages;
import app.lienzo.ui.Problem;
import app.lienzo.ui.Uploads;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Opening a ticket for a customer, by hand or out of a conversation.
@Path("/tickets/new")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.TICKETS_WORK)
public class NewTicketResource {
    private final CurrentMember current;
    private final TicketService tickets;
    private final TicketFileService files;
    private final ContactService contacts;
    private final SpaceService spaces;
    private final FieldService fields;
    private final SpaceChoice choice;
    private final ConversationTranscripts transcripts;
    private final TicketDesks desks;
    private final Languages languages;

    NewTicketResource(
            CurrentMember current,
            TicketService tickets,
            TicketFileService files,
            ContactService contacts,
            SpaceService spaces,
            FieldService fields,
            SpaceChoice choice,
            ConversationTranscripts transcripts,
            TicketDesks desks,
            Languages languages) {
        this.current = current;
        this.tickets = tickets;
        this.files = files;
        this.contacts = contacts;
        this.spaces = spaces;
        this.fields = fields;
        this.choice = choice;
        this.transcripts = transcripts;
        this.desks = desks;
        this.languages = languages;
    }

    /// What is wrong, and at which field.
    ///
    /// @param field empty for none in particular
    public record Fault(String field, String text) {
        /// Of a custom field; empty for none.
        public String key() {
            return field.startsWith(FieldService.INPUT) ? field.substring(FieldService.INPUT.length()) : "";
        }
    }

    /// @param space null for who works in none
    /// @param requester who was chosen; null for nobody yet
    /// @param conversation number of the one it comes out of; null for none
    @CheckedTemplate(basePath = "tickets", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record NewTicketPage(
            @Nullable SpaceView space,
            List<SpaceView> spaces,
            NewTicketForm form,
            @Nullable ContactView requester,
            @Nullable Long conversation,
            List<Colleague> team,
            List<TicketType> types,
            List<TicketPriority> priorities,
            int subjectMax,
            int textMax,
            List<FieldView> fields,
            Map<String, Object> values,
            @Nullable Fault fault)
            implements TemplateInstance {}

    /// @param contact who asks
    /// @param conversation what it comes out of
    @GET
    public TemplateInstance fresh(
            @RestQuery @Nullable String space,
            @RestQuery @Nullable String contact,
            @RestQuery @Nullable String conversation) {
        var me = current.get();
        var from = conversation == null || conversation.isEmpty()
                ? null
                : transcripts.read(me, TicketWords.id(conversation));
        var person = contact == null || contact.isEmpty() ? null : person(me, TicketWords.id(contact));
        if (from != null) {
            var form = NewTicketForm.of(from.space(), from.contact(), from.id(), from.subject(), from.text());
            return page(me, form, from.space(), null);
        }
        var where = person == null ? where(me, space) : person.space();
        var form = where == null
                ? NewTicketForm.of(Ids.next(), null, null, "", "")
                : NewTicketForm.of(where, person == null ? null : person.id(), null, "", "");
        return page(me, form, where, null);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response open(@BeanParam NewTicketForm form) {
        var me = current.get();
        var space = TicketWords.id(NewTicketForm.said(form.space()));
        me.require(Permission.TICKETS_WORK, space);
        try {
            var conversation = NewTicketForm.id(form.conversation());
            if (conversation != null
                    && !transcripts.read(me, conversation).space().equals(space)) throw Refused.notFound();
            var opened = tickets.open(me, form.wish(space, FormFields.under(FieldService.INPUT), brought(me, form)));
            return Pages.seeOther(desks.path(opened.ticket()));
        } catch (Refused refused) {
            if (refused.refusal() instanceof Refusal.NotFound || refused.refusal() instanceof Refusal.Forbidden)
                throw refused;
            return Pages.unprocessable(page(me, form, space, fault(refused)));
        }
    }

    private List<UUID> brought(SignedIn me, NewTicketForm form) {
        var brought = new ArrayList<UUID>();
        for (var file : form.attachments()) {
            brought.add(Ids.read(file).orElseThrow(() -> Refused.invalid("attachment-unknown")));
        }
        for (var file : form.files()) {
            if (file.size() > 0)
                brought.add(
                        files.upload(me, file.fileName(), Uploads.content(file)).id());
        }
        return brought;
    }

    private NewTicketPage page(SignedIn me, NewTicketForm form, @Nullable UUID space, @Nullable Fault fault) {
        var open = spaces.inUse(me, Permission.TICKETS_WORK);
        var all = spaces.of(me).stream().filter(one -> open.contains(one.id())).toList();
        var requester = NewTicketForm.said(form.requester());
        var conversation = NewTicketForm.said(form.conversation());
        return new NewTicketPage(
                space == null ? null : spaces.find(space).orElse(null),
                all,
                form,
                Ids.read(requester)
                        .flatMap(contacts::find)
                        .filter(one -> one.space().equals(space))
                        .orElse(null),
                Ids.read(conversation).map(id -> transcripts.number(me, id)).orElse(null),
                space == null ? List.of() : tickets.team(me, space),
                List.of(TicketType.values()),
                List.of(TicketPriority.values()),
                tickets.subjectMax(),
                tickets.textMax(),
                space == null ? List.of() : fields.of(space, FieldSubject.TICKET),
                values(space),
                fault);
    }

    /// What stands in the custom fields: what was typed, or what counts when nothing is.
    private Map<String, Object> values(@Nullable UUID space) {
        if (space == null) return Map.of();
        var typed = FormFields.under(FieldService.INPUT);
        return typed.isEmpty() ? fields.defaults(space, FieldSubject.TICKET) : new HashMap<>(typed);
    }

    /// The space that was asked for, the one the member looks at, or his first.
    private @Nullable UUID where(SignedIn me, @Nullable String asked) {
        var open = spaces.inUse(me, Permission.TICKETS_WORK);
        if (asked != null && !asked.isEmpty()) {
            var id = TicketWords.id(asked);
            me.require(Permission.TICKETS_WORK, id);
            return id;
        }
        return choice.of(me)
                .filter(open::contains)
                .or(() -> spaces.of(me).stream()
                        .map(SpaceView::id)
                        .filter(open::contains)
                        .findFirst())
                .orElse(null);
    }

    private ContactView person(SignedIn me, UUID id) {
        var person = contacts.find(id).orElseThrow(Refused::notFound);
        me.require(Permission.TICKETS_WORK, person.space());
        return person;
    }

    private Fault fault(Refused refused) {
        var field = switch (refused.refusal().code()) {
            case "ticket-subject-missing", "ticket-subject-too-long" -> "subject";
            case "requester-missing", "requester-unknown", "email-invalid" -> "email";
            case "ticket-text-too-long" -> "text";
            case "tags-too-many" -> "tags";
            case "member-unknown" -> "assignee";
            default -> "";
        };
        return new Fault(field, Problem.of(refused, languages.current(), "").detail());
    }
}
