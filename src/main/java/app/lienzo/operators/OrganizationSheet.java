package app.lienzo.operators;

import app.lienzo.certificates.CertificateView;
import app.lienzo.domains.DomainView;
import app.lienzo.identity.MemberView;
import app.lienzo.spaces.SpaceView;
import app.lienzo.tenancy.OrganizationRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One organization as its page shows it to operators.
///
/// @param address where its links begin
/// @param owners the first of its Owners, by name
/// @param spaces the first of its spaces
public record OrganizationSheet(
        OrganizationRecord one,
        String address,
        Figures figures,
        List<MemberView> owners,
        List<SpaceView> spaces,
        List<HostLine> hosts,
        List<JournalLine> journal) {
    /// A host name of its own.
    ///
    /// @param certificate null while none is served
    public record HostLine(DomainView domain, @Nullable CertificateView certificate) {}
}
