package app.lienzo.portal.web;

import app.lienzo.fields.FieldService;
import app.lienzo.fields.FieldSubject;
import app.lienzo.fields.FieldView;
import app.lienzo.kernel.Refusal;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.RichText;
import app.lienzo.portal.Standing;
import app.lienzo.portal.StandingService;
import app.lienzo.portalaccess.CurrentContact;
import app.lienzo.portalaccess.PortalSite;
import app.lienzo.portalaccess.PortalSiteService;
import app.lienzo.tickets.CustomerTicketService;
import app.lienzo.tickets.CustomerTicketView;
import app.lienzo.tickets.NewRequest;
import app.lienzo.tickets.TicketFileService;
import app.lienzo.tickets.TicketPriority;
import app.lienzo.tickets.TicketType;
import app.lienzo.tickets.Written;
import app.lienzo.ui.FormFields;
import app.lienzo.ui.Languages;
import app.lienzo.ui.Pages;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/// A new ticket of a customer, with the meanings of its types (BL-3) and a look at it before it is sent. Whoever lacks
/// something to be helped is told what (BL-1, BL-2).
@Path(PortalResource.PATH + "/new-ticket")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(CurrentContact.PERMISSION)
public class NewPortalTicketResource {
    private final PortalSiteService sites;
    private final CurrentContact current;
    private final CustomerTicketService tickets;
    private final TicketFileService files;
    private final StandingService standings;
    private final FieldService fields;
    private final Languages languages;

    NewPortalTicketResource(
            PortalSiteService sites,
            CurrentContact current,
            CustomerTicketService tickets,
            TicketFileService files,
            StandingService standings,
            FieldService fields,
            Languages languages) {
        this.sites = sites;
        this.current = current;
        this.tickets = tickets;
        this.files = files;
        this.standings = standings;
        this.fields = fields;
        this.languages = languages;
    }

    /// @param fields custom ones for the portal
    /// @param values what stands in them
    /// @param priorities empty where the team decides
    /// @param kept files that came with an earlier look
    /// @param look how the text will look; null when nobody asked
    @CheckedTemplate(basePath = "portal", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record NewPortalTicketPage(
            PortalSite site,
            Standing standing,
            NewPortalTicketForm form,
            List<FieldView> fields,
            Map<String, ?> values,
            List<TicketType> types,
            List<TicketPriority> priorities,
            List<KeptFile> kept,
            int filesMax,
            @Nullable String look,
            NewTicketFault fault)
            implements TemplateInstance {}

    /// @param follows number of one of his tickets that is closed; the new one says so
    @GET
    public Response fresh(@RestPath String slug, @RestQuery @Nullable String follows) {
        var site = sites.enter(slug);
        var standing = standings.of(current.get());
        if (!standing.complete()) return Pages.seeOther(site.path() + "/support");
        var usual = fields.defaults(site.space().id(), FieldSubject.TICKET);
        var form = NewPortalTicketForm.fresh(follows == null ? null : before(follows), languages.current());
        return Response.ok(page(site, standing, form, usual, List.of(), null, NewTicketFault.NONE))
                .build();
    }

    @POST
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    public Response open(
            @RestPath String slug,
            @BeanParam NewPortalTicketForm form,
            @RestForm(FileUpload.ALL) List<FileUpload> uploads) {
        var site = sites.enter(slug);
        var me = current.get();
        var standing = standings.of(me);
        if (!standing.complete()) return Pages.seeOther(site.path() + "/support");
        var typed = own(site, FormFields.under(FieldService.INPUT));
        List<KeptFile> kept = List.of();
        try {
            kept = KeptFile.of(form.kept(), uploads, files, me.contact());
            if (form.preview() != null) {
                var look = RichText.ofMarkdown(form.said());
                return Response.ok(page(site, standing, form, typed, kept, look, NewTicketFault.NONE))
                        .build();
            }
            var company = standings.require(me, form.chosenCompany().orElse(null));
            var opened = tickets.open(me.contact(), request(site, form, company, typed, kept));
            return Pages.seeOther(site.path() + "/tickets/" + opened.number() + "?done=opened");
        } catch (Refused refused) {
            if (refused.refusal() instanceof Refusal.NotFound) throw refused;
            return Pages.refused(
                    refused,
                    page(
                            site,
                            standing,
                            form.again(),
                            typed,
                            kept,
                            null,
                            NewTicketFault.of(refused, languages.current())));
        }
    }

    private @Nullable CustomerTicketView before(String number) {
        return number.matches("[0-9]{1,18}")
                ? tickets.find(current.get().contact(), Long.parseLong(number)).orElse(null)
                : null;
    }

    private NewRequest request(
            PortalSite site,
            NewPortalTicketForm form,
            @Nullable UUID company,
            Map<String, String> typed,
            List<KeptFile> kept) {
        boolean chooses = sites.settings(site.space().id()).priority();
        return new NewRequest(
                Objects.requireNonNullElse(form.subject(), ""),
                Written.markdown(form.said()),
                form.typed(),
                chooses ? form.wished() : TicketPriority.NORMAL,
                company,
                typed,
                KeptFile.ids(kept),
                form.key());
    }

    private NewPortalTicketPage page(
            PortalSite site,
            Standing standing,
            NewPortalTicketForm form,
            Map<String, ?> values,
            List<KeptFile> kept,
            @Nullable String look,
            NewTicketFault fault) {
        return new NewPortalTicketPage(
                site,
                standing,
                form,
                shown(site),
                values,
                List.of(TicketType.values()),
                sites.settings(site.space().id()).priority() ? List.of(TicketPriority.values()) : List.of(),
                kept,
                files.filesMax(),
                look,
                fault);
    }

    private List<FieldView> shown(PortalSite site) {
        return fields.of(site.space().id(), FieldSubject.TICKET).stream()
                .filter(FieldView::inPortal)
                .toList();
    }

    /// What he typed into fields that are for him; nobody fills in another one.
    private Map<String, String> own(PortalSite site, Map<String, String> typed) {
        typed.keySet()
                .removeIf(key ->
                        shown(site).stream().noneMatch(field -> field.key().equals(key)));
        return typed;
    }
}
