package app.lienzo.conversations.web;

import app.lienzo.conversations.ConversationService;
import app.lienzo.conversations.ConversationView;
import app.lienzo.conversations.DraftService;
import app.lienzo.conversations.MessageKind;
import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.ui.Pages;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// One conversation: looking at it, and who holds it. Looking changes nothing; what changes is a
/// resource of its own and answers with the conversation as it is then, or leads there when no script
/// asked.
@Path("/console/conversations/{id}")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.CONVERSATIONS_WORK)
public class ConversationResource {
    static final String BY_SCRIPT = "HX-Request";

    private final CurrentMember current;
    private final ConversationService conversations;
    private final DraftService drafts;
    private final Presence presence;
    private final Trays trays;
    private final Desks desks;

    ConversationResource(
            CurrentMember current,
            ConversationService conversations,
            DraftService drafts,
            Presence presence,
            Trays trays,
            Desks desks) {
        this.current = current;
        this.conversations = conversations;
        this.drafts = drafts;
        this.presence = presence;
        this.trays = trays;
        this.desks = desks;
    }

    @CheckedTemplate(basePath = "conversations", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record DeskPart(Desk desk) implements TemplateInstance {}

    /// In place of a conversation that was handed to somebody.
    @CheckedTemplate(basePath = "conversations", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record HandedPart(String to) implements TemplateInstance {}

    @GET
    public TemplateInstance page(@RestPath String id, TrayWish wish, @HeaderParam(BY_SCRIPT) @Nullable String script) {
        var me = current.get();
        var view = conversations.require(me, read(id));
        var desk = desks.read(me, view);
        return script == null
                ? new ConsoleResource.ConsolePage(me, trays.around(me, wish, view), desk)
                : new DeskPart(desk);
    }

    /// Takes it.
    @POST
    @Path("holder")
    public Object take(@RestPath String id, @HeaderParam(BY_SCRIPT) @Nullable String script) {
        return shown(conversations.take(current.get(), read(id)), script);
    }

    @POST
    @Path("release")
    public Object release(@RestPath String id, @HeaderParam(BY_SCRIPT) @Nullable String script) {
        return shown(conversations.release(current.get(), read(id)), script);
    }

    @POST
    @Path("transfer")
    public Object transfer(
            @RestPath String id, @RestForm @Nullable String member, @HeaderParam(BY_SCRIPT) @Nullable String script) {
        var me = current.get();
        var conversation = read(id);
        var to = member == null ? null : Ids.read(member).orElse(null);
        if (to == null) throw Refused.invalid("member-unknown");
        var name = conversations.team(me, conversations.require(me, conversation)).stream()
                .filter(colleague -> colleague.id().equals(to))
                .findFirst()
                .orElseThrow(() -> Refused.invalid("member-unknown"))
                .name();
        conversations.transfer(me, conversation, to);
        if (script == null) return Pages.seeOther("/console?tray=in-progress");
        return conversations
                .visible(me, conversation)
                .<Object>map(view -> new DeskPart(desks.read(me, view)))
                .orElseGet(() -> new HandedPart(name));
    }

    @POST
    @Path("closure")
    public Object close(@RestPath String id, @HeaderParam(BY_SCRIPT) @Nullable String script) {
        return shown(conversations.close(current.get(), read(id)), script);
    }

    @POST
    @Path("reopening")
    public Object reopen(@RestPath String id, @HeaderParam(BY_SCRIPT) @Nullable String script) {
        return shown(conversations.reopen(current.get(), read(id)), script);
    }

    @PUT
    @Path("draft")
    public void draft(@RestPath String id, @RestForm @Nullable String kind, @RestForm @Nullable String text) {
        drafts.keep(current.get(), read(id), kind(kind), text == null ? "" : text);
    }

    @POST
    @Path("read")
    public void read(@RestPath String id, @RestForm int seq) {
        conversations.read(current.get(), read(id), seq);
    }

    @POST
    @Path("typing")
    public void typing(@RestPath String id, @RestForm boolean typing) {
        var me = current.get();
        presence.typing(me, conversations.require(me, read(id)), typing);
    }

    private Object shown(ConversationView view, @Nullable String script) {
        return script == null
                ? Pages.seeOther("/console/conversations/" + view.id())
                : new DeskPart(desks.read(current.get(), view));
    }

    /// A note stays a note whatever else is said: only the word for a reply makes a reply.
    static MessageKind kind(@Nullable String written) {
        return MessageKind.REPLY.name().equals(written) ? MessageKind.REPLY : MessageKind.NOTE;
    }

    static UUID read(String id) {
        return Ids.read(id).orElseThrow(Refused::notFound);
    }
}
