package app.lienzo.domains;

import app.lienzo.domains.Findings.Proof;
import app.lienzo.tenancy.HeldSite;
import app.lienzo.tenancy.SiteService;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The door to looking at a name: asks the domain name system, without a transaction, and takes in what it
/// says.
@ApplicationScoped
public class DomainCheckService {
    /// Longer than any look takes; who died while looking keeps others from it no longer.
    private static final Duration LOOK_MAX = Duration.ofSeconds(60);

    private final Domains domains;
    private final DnsLook look;
    private final Rivals rivals;
    private final SiteService sites;
    private final Standing standing;
    private final CheckPlan plan;
    private final DomainConfig config;
    private final ObjectMapper json;
    private final Clock clock;

    DomainCheckService(
            Domains domains,
            DnsLook look,
            Rivals rivals,
            SiteService sites,
            Standing standing,
            CheckPlan plan,
            DomainConfig config,
            ObjectMapper json,
            Clock clock) {
        this.domains = domains;
        this.look = look;
        this.rivals = rivals;
        this.sites = sites;
        this.standing = standing;
        this.plan = plan;
        this.config = config;
        this.json = json;
        this.clock = clock;
    }

    /// Looks now, because somebody is waiting; what was found a moment ago is not asked for again.
    ///
    /// @throws app.lienzo.kernel.Refused not found
    public void now(UUID id) {
        var before = require(id);
        if (!before.ownership.open() || justLooked(before) || !claim(id)) return;
        take(before, false);
    }

    /// The look that was planned, unless another one has been since.
    void planned(UUID id, int number) {
        var before = QuarkusTransaction.requiringNew().call(() -> domains.findByIdOptional(id));
        if (before.isEmpty()
                || before.get().checkNumber != number
                || !before.get().ownership.open()) return;
        take(before.get(), true);
    }

    private Domain require(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> domains.require(id));
    }

    /// Whether nobody else is looking: many who ask at once are one look at the servers of strangers.
    private boolean claim(UUID id) {
        var now = clock.instant();
        return QuarkusTransaction.requiringNew().call(() -> domains.claimLook(id, now, now.plus(LOOK_MAX)));
    }

    private boolean justLooked(Domain domain) {
        return domain.checkedAt != null
                && domain.checkedAt.plus(config.checkMin()).isAfter(clock.instant());
    }

    private void take(Domain before, boolean planned) {
        boolean stale = before.createdAt.plus(config.propagation()).isBefore(clock.instant());
        var findings = look.at(before.host, before.token, stale);
        var held = before.ownership == Ownership.CLAIMED ? rivals.holder(before.host) : Optional.<HeldSite>empty();
        held.ifPresent(other -> meet(other, before, findings.proof()));
        QuarkusTransaction.requiringNew().run(() -> {
            var domain = domains.findById(before.id, LockModeType.PESSIMISTIC_WRITE);
            if (domain == null || !domain.ownership.open()) return;
            // The look took its time: what the claim weighs is asked of the row as it is now, and it stays so.
            if (takesOver(domain, findings.proof())) held.ifPresent(rivals::displace);
            take(domain, findings, planned);
        });
    }

    private void meet(HeldSite other, Domain claim, Proof proof) {
        switch (proof) {
            case SEEN -> {
                if (!claim.outweighs(clock.instant(), config.takeOver())) rivals.warn(other);
            }
            case MISSING -> {
                if (claim.contested) rivals.calm(other);
            }
            case UNASKED -> {
                // Nothing follows.
            }
        }
    }

    /// Only a proof that is there in this very moment takes anything from anybody.
    private boolean takesOver(Domain claim, Proof proof) {
        return proof == Proof.SEEN
                && claim.ownership == Ownership.CLAIMED
                && claim.outweighs(clock.instant(), config.takeOver());
    }

    private void take(Domain domain, Findings findings, boolean planned) {
        var now = clock.instant();
        domain.findings = written(findings);
        domain.lookingUntil = null;
        for (var happening : domain.look(findings, now, config)) standing.happened(domain, happening, detail(findings));
        if (domain.ownership == Ownership.CLAIMED && findings.proof() == Proof.SEEN) verify(domain, findings, now);
        standing.settle(domain);
        if (planned) plan.next(domain, now);
        else plan.sooner(domain, now);
    }

    private void verify(Domain domain, Findings findings, Instant now) {
        if (!sites.reserve(domain.host, domain.space, LookAlikes.likeness(domain.host))) {
            if (!domain.contested) standing.happened(domain, Happening.CONTESTED, "");
            domain.contested = true;
            return;
        }
        domain.verify(now);
        standing.happened(domain, Happening.VERIFIED, "");
        for (var happening : domain.look(findings, now, config)) standing.happened(domain, happening, detail(findings));
    }

    private static String detail(Findings findings) {
        return findings.records().isEmpty()
                ? ""
                : String.join(", ", findings.records().getFirst().found());
    }

    private String written(Findings findings) {
        try {
            return json.writeValueAsString(findings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static @Nullable Findings read(ObjectMapper json, @Nullable String written) {
        if (written == null) return null;
        try {
            return json.readValue(written, Findings.class);
        } catch (JsonProcessingException _) {
            // An earlier version's: the next look writes it anew.
            return null;
        }
    }
}
