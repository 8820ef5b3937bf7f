package app.lienzo.tickets.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refusal;
import app.lienzo.kernel.Refused;
import app.lienzo.tickets.EntryKind;
import app.lienzo.tickets.NewEntry;
import app.lienzo.tickets.TicketDraftService;
import app.lienzo.tickets.TicketFileService;
import app.lienzo.tickets.TicketService;
import app.lienzo.tickets.TicketView;
import app.lienzo.tickets.Written;
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
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/// What is said about a ticket: reading on, reading back, replying, noting. Without a script the files
/// come with the form; with one they came before.
@Path("/tickets/{id}/entries")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.TICKETS_WORK)
public class TicketEntryResource {
    private static final String TICKET_NEWER = "ticket-newer";

    private final CurrentMember current;
    private final TicketService tickets;
    private final TicketDraftService drafts;
    private final TicketFileService files;
    private final TicketDesks desks;
    private final Languages languages;

    TicketEntryResource(
            CurrentMember current,
            TicketService tickets,
            TicketDraftService drafts,
            TicketFileService files,
            TicketDesks desks,
            Languages languages) {
        this.current = current;
        this.tickets = tickets;
        this.drafts = drafts;
        this.files = files;
        this.desks = desks;
        this.languages = languages;
    }

    @CheckedTemplate(basePath = "tickets", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record LinesPart(TicketView ticket, List<Line> lines) implements TemplateInstance {}

    /// What came before, and the way further back.
    @CheckedTemplate(basePath = "tickets", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record OlderPart(TicketDesks.Stretch stretch) implements TemplateInstance {}

    /// In place of an answer: what came in meanwhile must be read first.
    @CheckedTemplate(basePath = "tickets", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record GuardPart(int newer) implements TemplateInstance {}

    /// What is sent.
    ///
    /// @param kind `REPLY` or `NOTE`
    /// @param seen the last line that was before the writer's eyes
    /// @param force sends a reply although a newer public line came in
    /// @param state as [TicketWords#state] reads it; empty to leave it
    /// @param key of this attempt: the same twice is one line
    /// @param shown the last line the page shows; the answer begins behind it
    /// @param attachments ids of files that were brought before
    /// @param files that come with the form
    public record Sending(
            @RestForm @Nullable String kind,
            @RestForm @Nullable String reply,
            @RestForm @Nullable String note,
            @RestForm @Nullable Integer seen,
            @RestForm @Nullable String force,
            @RestForm @Nullable String state,
            @RestForm @Nullable String key,
            @RestForm @Nullable Integer shown,
            @RestForm List<String> attachments,
            @RestForm("files") List<FileUpload> files) {
        EntryKind entryKind() {
            return TicketEntryResource.kind(kind);
        }

        String words() {
            var words = entryKind() == EntryKind.REPLY ? reply : note;
            return words == null ? "" : words;
        }

        int before() {
            return seen == null ? 0 : seen;
        }
    }

    @GET
    public TemplateInstance lines(
            @RestPath String id, @RestQuery @Nullable Integer after, @RestQuery @Nullable Integer before) {
        var me = current.get();
        var ticket = tickets.require(me, TicketWords.id(id));
        if (before != null) return new OlderPart(desks.before(me, ticket, before));
        return new LinesPart(ticket, desks.after(me, ticket, after == null ? 0 : after));
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Object send(
            @RestPath String id,
            @BeanParam Sending sending,
            @HeaderParam(TicketResource.BY_SCRIPT) @Nullable String script) {
        var me = current.get();
        var ticket = tickets.require(me, TicketWords.id(id));
        try {
            sent(me, ticket, sending);
        } catch (Refused refused) {
            return declined(me, ticket, sending, refused, script);
        }
        drafts.forget(me, ticket.id(), sending.entryKind());
        var now = tickets.require(me, ticket.id());
        if (script == null) return Pages.seeOther(desks.path(now) + "#end");
        return new LinesPart(now, desks.after(me, now, sending.shown() == null ? now.lastSeq() - 1 : sending.shown()));
    }

    @PUT
    @Path("draft")
    public void draft(
            @RestPath String id, @RestForm @Nullable String kind, @RestForm @Nullable String text, @RestForm int seen) {
        drafts.keep(current.get(), TicketWords.id(id), kind(kind), text == null ? "" : text, seen);
    }

    private void sent(SignedIn me, TicketView ticket, Sending sending) {
        var brought = new ArrayList<UUID>();
        for (var file : sending.attachments()) {
            brought.add(Ids.read(file).orElseThrow(() -> Refused.invalid("attachment-unknown")));
        }
        for (var file : sending.files()) {
            if (file.size() == 0) continue;
            brought.add(files.upload(me, file.fileName(), Uploads.content(file)).id());
        }
        var entry = new NewEntry(
                Written.markdown(sending.words()),
                sending.force() == null ? sending.before() : null,
                TicketWords.state(sending.state()),
                sending.key() == null || sending.key().isEmpty() ? null : sending.key(),
                brought);
        if (sending.entryKind() == EntryKind.REPLY) tickets.reply(me, ticket.id(), entry);
        else tickets.note(me, ticket.id(), entry);
    }

    /// The words are not lost: they stay in their field, and are kept as a draft besides.
    private Response declined(
            SignedIn me, TicketView before, Sending sending, Refused refused, @Nullable String script) {
        var refusal = refused.refusal();
        if (refusal instanceof Refusal.NotFound || refusal instanceof Refusal.Forbidden) throw refused;
        boolean newer = refusal.code().equals(TICKET_NEWER);
        if (script != null && !newer) throw refused;
        drafts.keep(me, before.id(), sending.entryKind(), sending.words(), sending.before());
        var ticket = tickets.require(me, before.id());
        int count = newer ? desks.sharedAfter(me, ticket.id(), sending.before()) : 0;
        if (script != null) return answer(Problem.status(refusal), new GuardPart(count));
        var composer = new TicketDesk.Composer(
                sending.entryKind().name(),
                sending.reply() == null ? "" : sending.reply(),
                sending.note() == null ? "" : sending.note(),
                sending.before(),
                count,
                tickets.textMax(),
                newer ? "" : Problem.of(refused, languages.current(), "").detail());
        var page = new TicketResource.TicketPage(me, desks.refused(me, ticket, composer), null, null);
        return answer(Problem.status(refusal), page);
    }

    private static Response answer(int status, TemplateInstance page) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(page)
                .build();
    }

    /// A note stays a note whatever else is said: only the word for a reply makes a reply.
    static EntryKind kind(@Nullable String written) {
        return EntryKind.REPLY.name().equals(written) ? EntryKind.REPLY : EntryKind.NOTE;
    }
}
