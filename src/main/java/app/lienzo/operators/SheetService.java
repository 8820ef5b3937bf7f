package app.lienzo.operators;

import app.lienzo.certificates.CertificateService;
import app.lienzo.domains.DomainService;
import app.lienzo.identity.MemberQuery;
import app.lienzo.identity.MemberService;
import app.lienzo.identity.MemberView;
import app.lienzo.identity.OrganizationRole;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Refused;
import app.lienzo.operators.OrganizationSheet.HostLine;
import app.lienzo.spaces.SpaceService;
import app.lienzo.tenancy.Links;
import app.lienzo.tenancy.OrganizationRecord;
import app.lienzo.tenancy.Scope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Puts together what operators see of one organization.
@ApplicationScoped
public class SheetService {
    /// Of each kind so many are named; the figures say how many there are.
    private static final int NAMED_MAX = 20;

    private final OrganizationCareService care;
    private final FigureService figures;
    private final MemberService members;
    private final SpaceService spaces;
    private final DomainService domains;
    private final CertificateService certificates;
    private final Links links;
    private final Scope scope;

    SheetService(
            OrganizationCareService care,
            FigureService figures,
            MemberService members,
            SpaceService spaces,
            DomainService domains,
            CertificateService certificates,
            Links links,
            Scope scope) {
        this.care = care;
        this.figures = figures;
        this.members = members;
        this.spaces = spaces;
        this.domains = domains;
        this.certificates = certificates;
        this.links = links;
        this.scope = scope;
    }

    /// @throws Refused not found
    public OrganizationSheet of(SignedIn me, String id) {
        var found = care.require(me, id);
        var journal = care.journal(me, id);
        var counted = figures.of(me, found.organization());
        return scope.call(
                found.organization(),
                () -> QuarkusTransaction.requiringNew().call(() -> sheet(found, counted, journal)));
    }

    private OrganizationSheet sheet(OrganizationRecord found, Figures counted, List<JournalLine> journal) {
        var hosts = domains.all().stream()
                .limit(NAMED_MAX)
                .map(domain ->
                        new HostLine(domain, certificates.serving(domain.host()).orElse(null)))
                .toList();
        return new OrganizationSheet(
                found,
                links.origin(),
                counted,
                owners(),
                spaces.everywhere().stream().limit(NAMED_MAX).toList(),
                hosts,
                journal);
    }

    /// The first Owners of the organization in scope.
    private List<MemberView> owners() {
        return members.search(new MemberQuery(null, OrganizationRole.OWNER, null, null, null, NAMED_MAX));
    }
}
