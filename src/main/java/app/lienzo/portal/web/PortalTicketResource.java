package app.lienzo.portal.web;

import app.lienzo.fields.FieldService;
import app.lienzo.fields.FieldSubject;
import app.lienzo.fields.FieldView;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refusal;
import app.lienzo.kernel.Refused;
import app.lienzo.portalaccess.CurrentContact;
import app.lienzo.portalaccess.PortalSite;
import app.lienzo.portalaccess.PortalSiteService;
import app.lienzo.tickets.CustomerTicketService;
import app.lienzo.tickets.CustomerTicketView;
import app.lienzo.tickets.NewEntry;
import app.lienzo.tickets.TicketFileService;
import app.lienzo.tickets.Written;
import app.lienzo.ui.Languages;
import app.lienzo.ui.Pages;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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

/// One ticket as its customer sees it: what both sides said, his reply, done or not done after all.
@Path(PortalResource.PATH + "/tickets/{number}")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(CurrentContact.PERMISSION)
public class PortalTicketResource {
    private final PortalSiteService sites;
    private final CurrentContact current;
    private final CustomerTicketService tickets;
    private final TicketFileService files;
    private final FieldService fields;
    private final Languages languages;

    PortalTicketResource(
            PortalSiteService sites,
            CurrentContact current,
            CustomerTicketService tickets,
            TicketFileService files,
            FieldService fields,
            Languages languages) {
        this.sites = sites;
        this.current = current;
        this.tickets = tickets;
        this.files = files;
        this.fields = fields;
        this.languages = languages;
    }

    /// @param me who reads, to tell his own lines
    /// @param done what was just done; empty for nothing
    /// @param key of the form for a reply: sent twice it is one
    /// @param text of a reply that could not be sent
    /// @param kept files of it
    /// @param fault what was wrong with it; null for nothing
    @CheckedTemplate(basePath = "portal", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PortalTicketPage(
            PortalSite site,
            UUID me,
            CustomerTicketView ticket,
            TicketStretch stretch,
            List<FieldView> fields,
            String done,
            String key,
            String text,
            List<KeptFile> kept,
            @Nullable String fault)
            implements TemplateInstance {
        /// With a reply that could not be sent.
        PortalTicketPage with(String typed, List<KeptFile> brought, String wrong) {
            return new PortalTicketPage(site, me, ticket, stretch, fields, done, key, typed, brought, wrong);
        }
    }

    /// The part of the page that goes on while somebody looks.
    @CheckedTemplate(basePath = "portal", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PortalTicketPart(
            PortalSite site, UUID me, CustomerTicketView ticket, TicketStretch stretch, List<FieldView> fields)
            implements TemplateInstance {}

    /// @param before the place before which the shown lines end, as a link says it; the newest without
    @GET
    public TemplateInstance one(
            @RestPath String slug,
            @RestPath String number,
            @RestQuery @Nullable String done,
            @RestQuery @Nullable String before) {
        var site = sites.enter(slug);
        var me = current.get().contact();
        var ticket = require(me, number(number));
        return page(site, ticket, stretch(me, ticket, before), done == null ? "" : done);
    }

    /// The same as it is now, without the frame: asked for when the stream says so.
    @GET
    @Path("live")
    public TemplateInstance live(@RestPath String slug, @RestPath String number, @RestQuery @Nullable String before) {
        var site = sites.enter(slug);
        var me = current.get().contact();
        var ticket = require(me, number(number));
        return new PortalTicketPart(site, me, ticket, stretch(me, ticket, before), shown(site));
    }

    @POST
    @Path("replies")
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    public Response reply(
            @RestPath String slug,
            @RestPath String number,
            @RestForm @Nullable String text,
            @RestForm @Nullable String key,
            @RestForm @Nullable List<String> kept,
            @RestForm(FileUpload.ALL) List<FileUpload> uploads) {
        var site = sites.enter(slug);
        var me = current.get().contact();
        var ticket = require(me, number(number));
        var said = text == null ? "" : text;
        List<KeptFile> waiting = List.of();
        try {
            waiting = KeptFile.of(kept, uploads, files, me);
            var form = key == null || key.isBlank() ? null : key;
            var entry = new NewEntry(Written.markdown(said), null, null, form, KeptFile.ids(waiting));
            tickets.reply(me, ticket.number(), entry);
            return Pages.seeOther(path(site, ticket) + "?done=sent#newest");
        } catch (Refused refused) {
            if (refused.refusal() instanceof Refusal.NotFound) throw refused;
            var fault = SaidToCustomer.of(refused, languages.current());
            var now = require(me, ticket.number());
            return Pages.refused(
                    refused, page(site, now, stretch(me, now, null), "").with(said, waiting, fault));
        }
    }

    @POST
    @Path("solution")
    public Response solve(@RestPath String slug, @RestPath String number) {
        var site = sites.enter(slug);
        return to(site, tickets.solve(current.get().contact(), number(number)), "solved");
    }

    @POST
    @Path("reopening")
    public Response reopen(@RestPath String slug, @RestPath String number) {
        var site = sites.enter(slug);
        return to(site, tickets.reopen(current.get().contact(), number(number)), "reopened");
    }

    private PortalTicketPage page(PortalSite site, CustomerTicketView ticket, TicketStretch stretch, String done) {
        var me = current.get().contact();
        var key = Ids.next().toString();
        return new PortalTicketPage(site, me, ticket, stretch, shown(site), done, key, "", List.of(), null);
    }

    private CustomerTicketView require(UUID me, long number) {
        return tickets.find(me, number).orElseThrow(Refused::notFound);
    }

    /// A link that was cut shows the newest.
    private TicketStretch stretch(UUID me, CustomerTicketView ticket, @Nullable String before) {
        var place = before != null && before.matches("[0-9]{1,9}") ? Integer.valueOf(before) : null;
        return TicketStretch.of(tickets, me, ticket.number(), place);
    }

    private List<FieldView> shown(PortalSite site) {
        return fields.of(site.space().id(), FieldSubject.TICKET).stream()
                .filter(FieldView::inPortal)
                .toList();
    }

    private static Response to(PortalSite site, CustomerTicketView ticket, String done) {
        return Pages.seeOther(path(site, ticket) + "?done=" + done);
    }

    private static String path(PortalSite site, CustomerTicketView ticket) {
        return site.path() + "/tickets/" + ticket.number();
    }

    /// @throws Refused not found for what is no number
    static long number(String written) {
        if (!written.matches("[0-9]{1,18}")) throw Refused.notFound();
        return Long.parseLong(written);
    }
}
