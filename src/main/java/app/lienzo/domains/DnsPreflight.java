package app.lienzo.domains;

import app.lienzo.acme.Preflight;
import app.lienzo.acme.Readiness;
import app.lienzo.domains.CaaLook.Caa;
import app.lienzo.domains.Findings.Where;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds out for nothing what an attempt at a certificate authority would find out for one of few.
@ApplicationScoped
class DnsPreflight implements Preflight {
    /// What a name may have and still get a certificate.
    private static final Set<String> HARMLESS =
            Set.of("proof-missing", "proof-waiting", "proof-other", "proof-misplaced", "dns-spreading");

    private static final Duration SOON = Duration.ofMinutes(2);
    private static final Duration LATER = Duration.ofHours(1);

    private final Domains domains;
    private final DnsLook look;
    private final CaaLook caa;

    DnsPreflight(Domains domains, DnsLook look, CaaLook caa) {
        this.domains = domains;
        this.look = look;
        this.caa = caa;
    }

    /// Workers have no request of their own, without which Hibernate knows no tenant.
    @Override
    @ActivateRequestContext
    public Readiness check(String host) {
        var domain = QuarkusTransaction.requiringNew().call(() -> domains.open(host));
        if (domain.isEmpty() || domain.get().ownership != Ownership.VERIFIED)
            return new Readiness.Never("domain-not-verified");
        if (domain.get().pointing != Pointing.POINTED) return new Readiness.NotReady("domain-moved", LATER);
        return reached(host, domain.get().token)
                .map(reason -> (Readiness) new Readiness.NotReady(reason, SOON))
                .orElseGet(() -> allowed(host));
    }

    private Optional<String> reached(String host, String token) {
        var findings = look.at(host, token, true);
        if (findings.where() != Where.HERE && findings.causes().isEmpty()) return Optional.of("address-elsewhere");
        return findings.causes().stream()
                .map(Findings.Cause::code)
                .filter(code -> !HARMLESS.contains(code))
                .findFirst();
    }

    private Readiness allowed(String host) {
        return switch (caa.of(host)) {
            case Caa.Anybody _ -> new Readiness.Ready(List.of());
            case Caa.Only only when only.issuers().isEmpty() -> new Readiness.Never("caa-forbids-all");
            case Caa.Only only -> new Readiness.Ready(only.issuers());
            case Caa.Unasked _ -> new Readiness.NotReady("caa-unasked", SOON);
        };
    }
}
