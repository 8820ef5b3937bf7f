package app.lienzo.tickets.web;

import app.lienzo.contacts.ContactDetails;
import app.lienzo.contacts.ContactService;
import app.lienzo.contacts.ContactSource;
import app.lienzo.contacts.ContactView;
import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refusal;
import app.lienzo.kernel.Refused;
import app.lienzo.tickets.FollowerService;
import app.lienzo.tickets.LinkKind;
import app.lienzo.tickets.MergeService;
import app.lienzo.tickets.TicketChange;
import app.lienzo.tickets.TicketLinkService;
import app.lienzo.tickets.TicketService;
import app.lienzo.ui.Languages;
import app.lienzo.ui.Pages;
import app.lienzo.ui.Problem;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// What a ticket has to do with people and other tickets: who follows it, what it is linked with, what
/// becomes a ticket of its own.
@Path("/tickets/{id}")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.TICKETS_WORK)
public class TicketRelationResource {
    private static final int NUMBER_MAX = 15;

    private final CurrentMember current;
    private final TicketService tickets;
    private final ContactService contacts;
    private final FollowerService followers;
    private final TicketLinkService links;
    private final MergeService merges;
    private final TicketDesks desks;
    private final FactSheets facts;
    private final Languages languages;

    TicketRelationResource(
            CurrentMember current,
            TicketService tickets,
            ContactService contacts,
            FollowerService followers,
            TicketLinkService links,
            MergeService merges,
            TicketDesks desks,
            FactSheets facts,
            Languages languages) {
        this.current = current;
        this.tickets = tickets;
        this.contacts = contacts;
        this.followers = followers;
        this.links = links;
        this.merges = merges;
        this.desks = desks;
        this.facts = facts;
        this.languages = languages;
    }

    /// @param member who is to follow; empty for the one who asks
    @POST
    @Path("followers")
    public Response follow(
            @RestPath String id,
            @RestForm @Nullable String member,
            @HeaderParam(TicketResource.BY_SCRIPT) @Nullable String script) {
        var me = current.get();
        return done(me, TicketWords.id(id), script, () -> followers.follow(me, TicketWords.id(id), whom(me, member)));
    }

    /// @param member who is not to follow any more; empty for the one who asks
    @POST
    @Path("followers/removal")
    public Response unfollow(
            @RestPath String id,
            @RestForm @Nullable String member,
            @HeaderParam(TicketResource.BY_SCRIPT) @Nullable String script) {
        var me = current.get();
        return done(me, TicketWords.id(id), script, () -> followers.unfollow(me, TicketWords.id(id), whom(me, member)));
    }

    /// Whoever has an address asks from now on; who is not known by it becomes a contact.
    @POST
    @Path("requester")
    public Response ask(
            @RestPath String id,
            @RestForm @Nullable String email,
            @HeaderParam(TicketResource.BY_SCRIPT) @Nullable String script) {
        var me = current.get();
        var ticket = tickets.require(me, TicketWords.id(id));
        var address = email == null ? "" : email;
        return done(me, ticket.id(), script, () -> {
            var contact = contacts.withEmail(ticket.space(), address)
                    .map(ContactView::id)
                    .orElseGet(() -> contacts.keep(ticket.space(), ContactDetails.of("", address), ContactSource.FORM));
            tickets.change(me, ticket.id(), TicketChange.NOTHING.withRequester(contact), null);
        });
    }

    /// @param number of the other one, with or without `#`
    /// @param how a [LinkKind]
    @POST
    @Path("links")
    public Response link(
            @RestPath String id,
            @RestForm @Nullable String number,
            @RestForm @Nullable String how,
            @HeaderParam(TicketResource.BY_SCRIPT) @Nullable String script) {
        var me = current.get();
        return done(
                me, TicketWords.id(id), script, () -> links.link(me, TicketWords.id(id), number(number), kind(how)));
    }

    @POST
    @Path("links/{other}/removal")
    public Response unlink(
            @RestPath String id,
            @RestPath String other,
            @HeaderParam(TicketResource.BY_SCRIPT) @Nullable String script) {
        var me = current.get();
        return done(me, TicketWords.id(id), script, () -> links.unlink(me, TicketWords.id(id), TicketWords.id(other)));
    }

    /// Makes a ticket of its own of a line.
    @POST
    @Path("entries/{seq}/split")
    public Response split(@RestPath String id, @RestPath String seq) {
        int place = seq.matches("[0-9]{1,9}") ? Integer.parseInt(seq) : 0;
        return Pages.seeOther(desks.path(merges.split(current.get(), TicketWords.id(id), place)));
    }

    private Response done(SignedIn me, UUID id, @Nullable String script, Runnable work) {
        var fault = "";
        int status = 200;
        try {
            work.run();
        } catch (Refused refused) {
            if (refused.refusal() instanceof Refusal.NotFound) throw refused;
            status = Problem.status(refused.refusal());
            fault = Problem.of(refused, languages.current(), "").detail();
        }
        var ticket = tickets.require(me, id);
        if (script == null && status == 200) return Pages.seeOther(desks.path(ticket));
        var sheet = facts.read(me, ticket, null, fault);
        var answer = script == null
                ? new TicketResource.TicketPage(me, desks.read(me, ticket, null).with(sheet), null, null)
                : new TicketResource.FactsPart(sheet);
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(answer)
                .build();
    }

    private static UUID whom(SignedIn me, @Nullable String member) {
        if (member == null || member.isEmpty()) return me.member();
        return Ids.read(member).orElseThrow(() -> Refused.invalid("member-unknown"));
    }

    static long number(@Nullable String typed) {
        var digits = typed == null ? "" : typed.strip().replaceFirst("^#", "");
        if (digits.length() > NUMBER_MAX || !digits.matches("[0-9]+")) throw Refused.invalid("ticket-number-unknown");
        return Long.parseLong(digits);
    }

    private static LinkKind kind(@Nullable String name) {
        return Arrays.stream(LinkKind.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(LinkKind.RELATED);
    }
}
