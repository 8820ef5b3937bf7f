package app.lienzo.domains.web;

import app.lienzo.acme.AcmeService;
import app.lienzo.acme.AcmeView;
import app.lienzo.certificates.CertificateService;
import app.lienzo.certificates.CertificateView;
import app.lienzo.domains.DomainCheckService;
import app.lienzo.domains.DomainService;
import app.lienzo.domains.DomainView;
import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.Links;
import app.lienzo.ui.Languages;
import app.lienzo.ui.Pages;
import app.lienzo.ui.Problem;
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
import org.jspecify.annotations.Nullable;

/// One name: its records, where it stands, what can be done with it.
@Path(DomainResource.PATH + "/{id}")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.ORGANIZATION_SETTINGS)
public class OneDomainResource {
    private final DomainService domains;
    private final DomainCheckService checks;
    private final CertificateService certificates;
    private final AcmeService acme;
    private final CurrentMember current;
    private final Languages languages;
    private final Links links;

    OneDomainResource(
            DomainService domains,
            DomainCheckService checks,
            CertificateService certificates,
            AcmeService acme,
            CurrentMember current,
            Languages languages,
            Links links) {
        this.domains = domains;
        this.checks = checks;
        this.certificates = certificates;
        this.acme = acme;
        this.current = current;
        this.languages = languages;
        this.links = links;
    }

    /// Where it stands now: the part of the page that refreshes itself.
    ///
    /// @param pause seconds until it asks again by itself; 0 for never
    @CheckedTemplate(basePath = "domains", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record StatusPart(
            DomainView domain,
            DomainTexts.Badge stage,
            String next,
            DomainTexts.Badge dns,
            List<String> causes,
            DomainTexts.Badge certificate,
            String reason,
            @Nullable AcmeView acme,
            @Nullable CertificateView serving,
            List<DomainTexts.Row> rows,
            int pause)
            implements TemplateInstance {}

    /// @param address where it is opened; null while it is not answered
    /// @param instructions what can be read without an account
    /// @param problem what is wrong with what was sent, beside `field`
    @CheckedTemplate(basePath = "domains", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record DomainPage(
            DomainView domain,
            StatusPart status,
            List<DomainTexts.Step> history,
            @Nullable String address,
            String instructions,
            @Nullable Problem problem,
            String field,
            boolean saved)
            implements TemplateInstance {}

    @GET
    public TemplateInstance show(@RestPath String id, @RestQuery @Nullable String saved) {
        return page(domains.require(id(id)), null, "", saved != null);
    }

    /// Looks at the name now.
    @POST
    @Path("check")
    public Response check(@RestPath String id, @HeaderParam("HX-Request") @Nullable String part) {
        checks.now(id(id));
        if (part == null) return Pages.seeOther(path(id(id)));
        return Response.ok(status(domains.require(id(id))))
                .type(MediaType.TEXT_HTML_TYPE)
                .build();
    }

    @POST
    @Path("certificate/now")
    public Response issueNow(@RestPath String id) {
        return tried(id, "certificate", () -> domains.issueNow(current.get(), id(id)));
    }

    @POST
    @Path("certificate")
    public Response upload(@RestPath String id, @RestForm @Nullable String chain, @RestForm @Nullable String key) {
        return tried(
                id,
                "upload",
                () -> domains.upload(current.get(), id(id), chain == null ? "" : chain, key == null ? "" : key));
    }

    @POST
    @Path("primary")
    public Response makePrimary(@RestPath String id) {
        return tried(id, "primary", () -> domains.makePrimary(current.get(), id(id)));
    }

    @POST
    @Path("end")
    public Response remove(@RestPath String id, @RestForm @Nullable String confirm) {
        var domain = domains.require(id(id));
        var typed = confirm == null ? "" : confirm.strip();
        if (domain.active() && !typed.equalsIgnoreCase(domain.host()) && !typed.equals(domain.shown()))
            return refused(domain, Refused.invalid("domain-name-differs"), "confirm");
        domains.remove(current.get(), id(id));
        return Pages.seeOther(DomainResource.PATH + "?removed=1");
    }

    private Response tried(String id, String field, Runnable act) {
        try {
            act.run();
            return Pages.seeOther(path(id(id)) + "?saved=1");
        } catch (Refused refused) {
            return refused(domains.require(id(id)), refused, field);
        }
    }

    private Response refused(DomainView domain, Refused refused, String field) {
        var problem = Problem.of(refused, languages.current(), "");
        if (problem.status() == 404) throw refused;
        return Response.status(problem.status())
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(page(domain, problem, field, false))
                .build();
    }

    private DomainPage page(DomainView domain, @Nullable Problem problem, String field, boolean saved) {
        return new DomainPage(
                domain,
                status(domain),
                new DomainTexts(languages.current()).history(domains.history(domain.id())),
                domain.active() ? links.own(domain.host()) : null,
                domain.open()
                        ? links.to(InstructionResource.path(domain.id(), domains.instructionKey(domain.id())))
                                .toString()
                        : "",
                problem,
                field,
                saved);
    }

    private StatusPart status(DomainView domain) {
        var texts = new DomainTexts(languages.current());
        var order = acme.view(domain.host());
        var serving = certificates.serving(domain.host());
        return new StatusPart(
                domain,
                texts.stage(domain.stage()),
                texts.next(domain),
                texts.dns(domain),
                texts.causes(domain),
                texts.certificate(order, serving),
                texts.reason(order, serving.isPresent()),
                order.orElse(null),
                serving.orElse(null),
                texts.rows(domain),
                pause(domain));
    }

    /// Nobody watches a page for an hour: what is not there after a quarter of one is asked for less often.
    private static int pause(DomainView domain) {
        return switch (domain.stage()) {
            case WAITING_FOR_DNS, DNS_FOUND, ISSUING -> domain.stale() ? 60 : 10;
            case CONTESTED, ATTENTION, FAILED, QUARANTINED -> 60;
            case ACTIVE, OVER -> 0;
        };
    }

    private static String path(UUID id) {
        return DomainResource.PATH + "/" + id;
    }

    private static UUID id(String text) {
        return DomainResource.id(text);
    }
}
