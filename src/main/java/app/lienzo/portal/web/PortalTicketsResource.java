package app.lienzo.portal.web;

import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import app.lienzo.portal.Standing;
import app.lienzo.portal.StandingService;
import app.lienzo.portalaccess.CurrentContact;
import app.lienzo.portalaccess.PortalSite;
import app.lienzo.portalaccess.PortalSiteService;
import app.lienzo.tickets.CustomerTicketService;
import app.lienzo.tickets.CustomerTicketView;
import app.lienzo.tickets.TicketQuery;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// A customer's tickets: his own, and for a main contact those of his companies.
@Path(PortalResource.PATH + "/tickets")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(CurrentContact.PERMISSION)
public class PortalTicketsResource {
    private static final int PAGE = 25;

    private final PortalSiteService sites;
    private final CurrentContact current;
    private final CustomerTicketService tickets;
    private final StandingService standings;

    PortalTicketsResource(
            PortalSiteService sites, CurrentContact current, CustomerTicketService tickets, StandingService standings) {
        this.sites = sites;
        this.current = current;
        this.tickets = tickets;
        this.standings = standings;
    }

    /// @param company whether those of others in his companies are shown too
    /// @param text what was looked for; empty for everything
    /// @param next where the next page begins; null for the last one
    @CheckedTemplate(basePath = "portal", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PortalTicketsPage(
            PortalSite site,
            Standing standing,
            List<CustomerTicketView> tickets,
            boolean company,
            String text,
            boolean first,
            @Nullable String next)
            implements TemplateInstance {}

    @GET
    public TemplateInstance list(
            @RestPath String slug,
            @RestQuery @Nullable String show,
            @RestQuery @Nullable String q,
            @RestQuery @Nullable String after) {
        var site = sites.enter(slug);
        var me = current.get();
        var standing = standings.of(me);
        boolean company = "company".equals(show) && standing.seesAll();
        var found = found(tickets, me.contact(), company, q, after);
        boolean more = found.size() > PAGE;
        var page = more ? found.subList(0, PAGE) : found;
        var next = more ? CustomerTicketService.place(page.getLast()).cursor() : null;
        return new PortalTicketsPage(site, standing, page, company, text(q), after == null, next);
    }

    /// A page of them, and one more when there are more.
    static List<CustomerTicketView> found(
            CustomerTicketService tickets, UUID me, boolean company, @Nullable String q, @Nullable String after) {
        return tickets.list(me, company, text(q), place(after), PAGE + 1);
    }

    private static String text(@Nullable String q) {
        return q == null ? "" : SafeText.line(q, TicketQuery.TEXT_MAX);
    }

    private static TicketQuery.@Nullable Place place(@Nullable String after) {
        if (after == null || after.isEmpty()) return null;
        try {
            return TicketQuery.Place.read(after);
        } catch (Refused _) {
            // A link that was cut begins at the top.
            return null;
        }
    }
}
