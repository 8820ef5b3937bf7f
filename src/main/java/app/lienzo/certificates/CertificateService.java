package app.lienzo.certificates;

import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.Signals;
import app.lienzo.tenancy.Sites;
import app.lienzo.tenancy.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The door to the certificates of the organization in scope. What is installed is shown by every replica
/// within a second of the commit; a renewal interrupts nobody, because the new one is there before the old
/// one goes.
@ApplicationScoped
@Transactional
public class CertificateService {
    private final Certificates certificates;
    private final Vault vault;
    private final Scope scope;
    private final Sites sites;
    private final Signals signals;
    private final Event<CertificateInstalled> installed;
    private final Clock clock;
    private final CertificateConfig config;

    CertificateService(
            Certificates certificates,
            Vault vault,
            Scope scope,
            Sites sites,
            Signals signals,
            Event<CertificateInstalled> installed,
            Clock clock,
            CertificateConfig config) {
        this.certificates = certificates;
        this.vault = vault;
        this.scope = scope;
        this.sites = sites;
        this.signals = signals;
        this.installed = installed;
        this.clock = clock;
        this.config = config;
    }

    /// Shows a certificate from the commit on, and destroys the keys it makes useless.
    ///
    /// @throws Refused `certificate-host-foreign` when the host serves somebody else,
    ///     `certificate-name-missing`, `certificate-key-other`
    public UUID install(NewCertificate certificate) {
        var leaf = certificate.leaf();
        if (!ours(certificate.host())) throw Refused.forbidden("certificate-host-foreign", certificate.host());
        if (!CoveredNames.cover(leaf, certificate.host()))
            throw Refused.invalid("certificate-name-missing", certificate.host());
        if (!CheckedCertificate.fits(leaf.getPublicKey(), certificate.key()))
            throw Refused.invalid("certificate-key-other");
        var now = clock.instant();
        var view = view(certificate, leaf);
        var sealed = vault.sealFor(
                ServedCertificate.sealedAs(view.id(), view.host()),
                certificate.key().getEncoded());
        certificates.add(view, Pem.encoded(certificate.chain()), sealed, now);
        certificates.destroyKeysBefore(view, now);
        certificates.forgetOld(view.host(), config.historyMax());
        signals.tell(ServedNames.CHANGED, view.host());
        installed.fire(new CertificateInstalled(view.host(), view.id(), view.notAfter()));
        return view.id();
    }

    /// What is shown for a host of this organization: the newest one that is valid now, one that was
    /// uploaded before one that we ordered.
    public Optional<CertificateView> serving(String host) {
        var now = clock.instant();
        return certificates.usable(host).stream()
                .filter(one -> one.validAt(now))
                .findFirst();
    }

    /// The newest first, with those that are no longer shown.
    public List<CertificateView> history(String host) {
        return certificates.history(host);
    }

    /// @throws Refused `not-found`
    public List<X509Certificate> chain(UUID id) {
        return Pem.certificates(certificates.chain(id).orElseThrow(Refused::notFound));
    }

    /// Installs what a customer got elsewhere. The chain may be in any order and with its root.
    ///
    /// @throws Refused one code for each thing that is wrong, `certificate-…`: see [Pem], [CheckedCertificate]
    public UUID upload(String host, String chainPem, String keyPem) {
        if (tooLong(chainPem) || tooLong(keyPem)) throw Refused.tooLarge("certificate-too-large");
        var given = Pem.certificates(chainPem);
        if (given.size() > config.chainMax()) throw Refused.invalid("certificate-chain-long", config.chainMax());
        return install(CheckedCertificate.of(host, given, Pem.key(keyPem), clock.instant()));
    }

    /// Shows nothing for the host any more, and destroys its keys.
    public void remove(String host) {
        certificates.remove(host, clock.instant());
        certificates.forgetOld(host, config.historyMax());
        signals.tell(ServedNames.CHANGED, host);
    }

    /// Forgets certificates of the organization in scope that were removed before; their keys went when they were.
    public void forgetRemovedBefore(Instant before) {
        certificates.forgetRemovedBefore(before);
    }

    /// A name that nobody serves yet may be prepared; one that serves somebody else may not.
    private boolean ours(String host) {
        var name = host.startsWith("*.") ? host.substring(2) : host;
        var site = sites.find(name);
        if (site.isEmpty()) return true;
        return site.get().organization().id().equals(scope.organization().id());
    }

    private boolean tooLong(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length > config.uploadMax().asLongValue();
    }

    private static CertificateView view(NewCertificate certificate, X509Certificate leaf) {
        return new CertificateView(
                Ids.next(),
                certificate.host(),
                certificate.source(),
                IssuerName.of(leaf),
                leaf.getSerialNumber().toString(16),
                leaf.getNotBefore().toInstant(),
                leaf.getNotAfter().toInstant());
    }
}
