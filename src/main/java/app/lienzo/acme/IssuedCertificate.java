package app.lienzo.acme;

import app.lienzo.acme.CertificateOrder.Current;
import app.lienzo.acme.CertificateOrder.Issued;
import app.lienzo.certificates.CertificateService;
import app.lienzo.certificates.CertificateSource;
import app.lienzo.certificates.NewCertificate;
import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.Vault;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import org.shredzone.acme4j.Order;
import org.shredzone.acme4j.exception.AcmeException;

/// The last step: the request for signature under the key that was kept with the order, and what comes back
/// for it.
final class IssuedCertificate {
    private final Accounts accounts;
    private final Orders orders;
    private final Challenges challenges;
    private final CertificateService certificates;
    private final Vault vault;
    private final Ledger ledger;

    IssuedCertificate(
            Accounts accounts,
            Orders orders,
            Challenges challenges,
            CertificateService certificates,
            Vault vault,
            Ledger ledger) {
        this.accounts = accounts;
        this.orders = orders;
        this.challenges = challenges;
        this.certificates = certificates;
        this.vault = vault;
        this.ledger = ledger;
    }

    static String sealedAs(CertificateOrder order) {
        return "acme-order " + order.organization + " " + order.host;
    }

    static X509Certificate leaf(Issued issued) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(issued.leaf()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    void fetch(CertificateOrder order, Authority authority, Current current) throws AcmeException {
        var keys = CertificateKeys.decoded(vault.openFor(sealedAs(order), current.sealedKey()));
        var placed = authority.talk(session -> {
            var found = Proof.fetched(accounts.login(authority, session), current);
            if (found.getStatus() != org.shredzone.acme4j.Status.READY) return found;
            found.execute(keys);
            return found;
        });
        var status = authority.talk(_ -> placed.getStatus());
        switch (status) {
            case VALID -> install(order, authority, keys, chain(authority, placed));
            case INVALID -> lapsed(order, placed);
            default -> {
                order.polls++;
                order.wait(null, null, placed.getRetryAfter().orElseGet(() -> ledger.nextLook(order)));
                ledger.keep(order);
            }
        }
    }

    private static List<X509Certificate> chain(Authority authority, Order placed) throws AcmeException {
        return authority.talk(_ -> {
            var certificate = placed.getCertificate();
            certificate.download();
            return certificate.getCertificateChain();
        });
    }

    private void lapsed(CertificateOrder order, Order placed) {
        var fault = placed.getError().map(Fault::of);
        order.backOff(
                fault.map(Fault::reason).orElse(Reason.ORDER_LAPSED).code(),
                fault.map(Fault::words).orElse(null),
                ledger.afterFailure(order));
        ledger.keep(order, () -> challenges.forget(order));
    }

    /// In one transaction, and only while the lease holds: the certificate, the row and the end of the
    /// challenge. The order at hand changes after the commit: whatever fails before leaves it where it was, and
    /// what the authority issued is fetched again.
    private void install(CertificateOrder order, Authority authority, KeyPair keys, List<X509Certificate> chain) {
        var leaf = chain.getFirst();
        var notBefore = leaf.getNotBefore().toInstant();
        var notAfter = leaf.getNotAfter().toInstant();
        var issued = new Issued(
                authority.name(),
                ledger.now(),
                AlpnCertificate.encoded(leaf),
                notBefore,
                notAfter,
                RenewalTime.of(notBefore, notAfter, Ledger.random()));
        var served = order.copy();
        served.live(issued);
        served.nextActionAt = ledger.now();
        try {
            ledger.keep(served, () -> {
                orders.issued(order, issued);
                challenges.forget(order);
                certificates.install(new NewCertificate(order.host, chain, keys.getPrivate(), CertificateSource.ACME));
            });
            order.become(served);
        } catch (Refused e) {
            order.backOff(Reason.CERTIFICATE_UNFIT.code(), e.refusal().code(), ledger.afterFailure(order));
            ledger.keep(order, () -> challenges.forget(order));
        }
    }
}
