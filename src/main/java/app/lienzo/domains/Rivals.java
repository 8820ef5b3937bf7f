package app.lienzo.domains;

import app.lienzo.tenancy.HeldSite;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.SiteService;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Consumer;

/// What one organization's proof does to another's name. Each works in the other's scope and in a
/// transaction of its own, so never while the caller holds a row that the other one may wait for; nothing
/// of the other is told here.
@ApplicationScoped
class Rivals {
    private final Domains domains;
    private final SiteService sites;
    private final Standing standing;
    private final DomainMails mails;
    private final DomainConfig config;
    private final Scope scope;

    Rivals(Domains domains, SiteService sites, Standing standing, DomainMails mails, DomainConfig config, Scope scope) {
        this.domains = domains;
        this.sites = sites;
        this.standing = standing;
        this.mails = mails;
        this.config = config;
        this.scope = scope;
    }

    /// The other organization that has a name.
    Optional<HeldSite> holder(String host) {
        var me = scope.organization().id();
        return QuarkusTransaction.requiringNew()
                .call(() -> sites.holder(host))
                .filter(held -> !held.organization().equals(me));
    }

    /// Tells the one who has it that somebody else shows a proof; once.
    void warn(HeldSite held) {
        with(held, domain -> {
            if (domain.contested) return;
            domain.contested = true;
            standing.happened(domain, Happening.CLAIMED_BY_ANOTHER, "");
            mails.claimed(domain, config.takeOver());
        });
    }

    /// The proof of the other one is gone.
    void calm(HeldSite held) {
        with(held, domain -> domain.contested = false);
    }

    /// Takes the name from the one who has it, for good. Two organizations are never changed in one
    /// transaction: whoever calls this holds his own claim locked and takes the name right after. Dies he in
    /// between, nobody has the name, and the claim's next look takes it.
    void displace(HeldSite held) {
        with(held, domain -> {
            standing.giveUp(domain, Ownership.LOST, Happening.LOST);
            mails.lost(domain);
        });
    }

    private void with(HeldSite held, Consumer<Domain> work) {
        scope.call(held.organization(), () -> {
            QuarkusTransaction.requiringNew()
                    .run(() -> domains.verifiedForChange(held.host()).ifPresent(work));
            return true;
        });
    }
}
