package app.lienzo.conversations.web;

import app.lienzo.conversations.AttachmentService;
import app.lienzo.conversations.ConversationService;
import app.lienzo.conversations.DraftService;
import app.lienzo.conversations.MessageKind;
import app.lienzo.conversations.MessageService;
import app.lienzo.conversations.Outgoing;
import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.ui.Pages;
import app.lienzo.ui.Uploads;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/// What is said in a conversation: reading on, reading back, replying, noting, and files for either.
@Path("/console/conversations/{id}")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.CONVERSATIONS_WORK)
public class ConversationMessageResource {
    private static final String MESSAGE_NEWER = "message-newer";

    private final CurrentMember current;
    private final ConversationService conversations;
    private final MessageService messages;
    private final AttachmentService attachments;
    private final DraftService drafts;
    private final Trays trays;
    private final Desks desks;

    ConversationMessageResource(
            CurrentMember current,
            ConversationService conversations,
            MessageService messages,
            AttachmentService attachments,
            DraftService drafts,
            Trays trays,
            Desks desks) {
        this.current = current;
        this.conversations = conversations;
        this.messages = messages;
        this.attachments = attachments;
        this.drafts = drafts;
        this.trays = trays;
        this.desks = desks;
    }

    @CheckedTemplate(basePath = "conversations", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record BubblesPart(List<Bubble> bubbles) implements TemplateInstance {}

    /// What came before, and the way further back.
    @CheckedTemplate(basePath = "conversations", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record OlderPart(Desks.Log log) implements TemplateInstance {}

    /// In place of an answer: what came in meanwhile must be read first.
    @CheckedTemplate(basePath = "conversations", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record GuardPart(int newer) implements TemplateInstance {}

    /// A file that waits for its message.
    @CheckedTemplate(basePath = "conversations", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record WaitingFilePart(Bubble.Chip chip) implements TemplateInstance {}

    @GET
    @Path("messages")
    public TemplateInstance messages(
            @RestPath String id, @RestQuery @Nullable Integer after, @RestQuery @Nullable Integer before) {
        var me = current.get();
        var view = conversations.require(me, ConversationResource.read(id));
        if (before != null) return new OlderPart(desks.before(me, view, before));
        return new BubblesPart(desks.after(me, view, after == null ? 0 : after).bubbles());
    }

    /// Sends a reply or keeps a note.
    ///
    /// @param seen the last message that was before the writer's eyes
    /// @param force sends a reply although a newer message came in
    /// @param key of this attempt: the same twice is one message
    /// @param after the last message the page shows; the answer begins behind it
    public record Sending(
            @RestForm @Nullable String kind,
            @RestForm @Nullable String text,
            @RestForm @Nullable Integer seen,
            @RestForm @Nullable String force,
            @RestForm @Nullable String key,
            @RestForm @Nullable Integer after,
            @RestForm List<String> attachments) {
        Outgoing outgoing(UUID conversation) {
            return new Outgoing(
                    conversation,
                    ConversationResource.kind(kind),
                    words(),
                    force == null ? shown() : null,
                    key == null || key.isEmpty() ? null : key,
                    attachments.stream()
                            .map(file -> Ids.read(file).orElseThrow(() -> Refused.invalid("attachment-unknown")))
                            .toList());
        }

        String words() {
            return text == null ? "" : text;
        }

        int shown() {
            return seen == null ? 0 : seen;
        }
    }

    @POST
    @Path("messages")
    public Object send(
            @RestPath String id,
            Sending sending,
            @HeaderParam(ConversationResource.BY_SCRIPT) @Nullable String script) {
        var me = current.get();
        var conversation = ConversationResource.read(id);
        try {
            var outgoing = sending.outgoing(conversation);
            messages.send(me, outgoing);
            drafts.forget(me, conversation, outgoing.kind());
        } catch (Refused refused) {
            if (!refused.refusal().code().equals(MESSAGE_NEWER)) throw refused;
            return newer(me, conversation, sending, script);
        }
        if (script == null) return Pages.seeOther("/console/conversations/" + conversation);
        var view = conversations.require(me, conversation);
        return new BubblesPart(desks.after(me, view, sending.after() == null ? view.lastSeq() - 1 : sending.after())
                .bubbles());
    }

    @POST
    @Path("attachments")
    public TemplateInstance upload(@RestPath String id, @RestForm("file") @Nullable FileUpload file) {
        var me = current.get();
        conversations.require(me, ConversationResource.read(id));
        var brought = Uploads.required(file);
        var stored = attachments.upload(null, me.member(), brought.fileName(), Uploads.content(brought));
        return new WaitingFilePart(Bubble.Chip.of(stored));
    }

    /// The words are not lost: they stay in their field, and are kept as a draft besides.
    private Response newer(SignedIn me, UUID conversation, Sending sending, @Nullable String script) {
        drafts.keep(me, conversation, MessageKind.REPLY, sending.words());
        var view = conversations.require(me, conversation);
        var answer = script == null
                ? new ConsoleResource.ConsolePage(
                        me,
                        trays.around(me, TrayWish.NONE, view),
                        desks.guarded(me, view, sending.words(), sending.shown()))
                : new GuardPart(desks.inboundAfter(me, conversation, sending.shown()));
        return Response.status(409)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(answer)
                .build();
    }
}
