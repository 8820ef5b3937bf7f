package app.lienzo.marketing;

import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Secrets;
import app.lienzo.mail.Bulletin;
import app.lienzo.mail.BulletinFate;
import app.lienzo.mail.BulletinService;
import app.lienzo.marketing.Recipients.Claimed;
import app.lienzo.marketing.Recipients.Settled;
import app.lienzo.tenancy.Links;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Sends a campaign for a while, one mail after the other, not faster than the limit: claim and commit, hand to the
/// server, note what became of it together with the next claim.
@ApplicationScoped
class CampaignRun {
    static final String LIST = "news";

    private final Campaigns campaigns;
    private final Recipients recipients;
    private final BulletinService bulletins;
    private final Links links;
    private final Clock clock;
    private final MarketingConfig config;

    CampaignRun(
            Campaigns campaigns,
            Recipients recipients,
            BulletinService bulletins,
            Links links,
            Clock clock,
            MarketingConfig config) {
        this.campaigns = campaigns;
        this.recipients = recipients;
        this.bulletins = bulletins;
        this.links = links;
        this.clock = clock;
        this.config = config;
    }

    /// Why a run ended.
    enum End {
        OUT_OF_TIME,
        /// Nobody who may be tried now; or it was paused, or somebody else has it.
        NOBODY_LEFT,
        NO_SERVER
    }

    End send(CampaignView campaign, UUID run) {
        var pace = new Pace(config.perSecondMax());
        var until = clock.instant().plus(config.slice());
        var renewed = clock.instant();
        var last = new Last();
        try (var line = bulletins.open(config.perConnectionMax())) {
            while (clock.instant().isBefore(until)) {
                renewed = renew(campaign.id(), run, renewed);
                pace.await();
                var token = Secrets.token();
                var claimed = last.next(campaign.id(), run, token);
                if (claimed.isEmpty()) return End.NOBODY_LEFT;
                if (!claimed.get().wanted()) continue;
                var fate = line.send(bulletin(campaign, claimed.get(), token));
                last.settled = settled(claimed.get(), fate);
                pace.took();
                if (fate == BulletinFate.UNREACHABLE) return End.NO_SERVER;
            }
            return End.OUT_OF_TIME;
        } finally {
            last.settle(campaign.id(), run);
        }
    }

    /// Well before the lease ends, and not with each mail.
    private Instant renew(UUID campaign, UUID run, Instant renewed) {
        var now = clock.instant();
        if (Duration.between(renewed, now).compareTo(config.lease().dividedBy(4)) < 0) return renewed;
        campaigns.lease(campaign, run, now, now.plus(config.lease()));
        return now;
    }

    private Bulletin bulletin(CampaignView campaign, Claimed to, String token) {
        var draft = campaign.draft();
        return new Bulletin(
                Ids.next(),
                to.email(),
                to.name(),
                draft.language(),
                draft.subject(),
                draft.body(),
                LIST,
                links.to(PreferenceService.PATH + token));
    }

    private Settled settled(Claimed one, BulletinFate fate) {
        var now = clock.instant();
        return switch (fate) {
            case TAKEN -> new Settled(one.hash(), "SENT", now, false);
            case REFUSED -> new Settled(one.hash(), "BOUNCED", now, false);
            case UNKNOWN -> new Settled(one.hash(), "UNKNOWN", now, false);
            case UNREACHABLE -> new Settled(one.hash(), "WAITING", now, true);
            case DEFERRED ->
                one.attempts() + 1 >= config.attemptsMax()
                        ? new Settled(one.hash(), "BOUNCED", now, false)
                        : new Settled(one.hash(), "WAITING", now.plus(config.pause()), true);
        };
    }

    /// Where the run is, and what is not noted yet.
    private final class Last {
        private byte[] after = new byte[0];
        private @Nullable Settled settled;

        Optional<Claimed> next(UUID campaign, UUID run, String token) {
            var now = clock.instant();
            var hash = Secrets.hash(token);
            var known = settled;
            var claimed = known == null
                    ? recipients.claim(campaign, run, hash, after, now)
                    : recipients.settleAndClaim(campaign, run, known, hash, after, now);
            settled = null;
            claimed.ifPresent(found -> after = found.hash());
            return claimed;
        }

        void settle(UUID campaign, UUID run) {
            if (settled != null) recipients.settle(campaign, run, settled);
            settled = null;
        }
    }

    /// Not more than so many in a second; who falls behind does not make up for it by a flood.
    private static final class Pace {
        private final long nanos;
        private long next = System.nanoTime();

        Pace(double perSecond) {
            this.nanos = (long) (1_000_000_000 / perSecond);
        }

        void await() {
            long left = next - System.nanoTime();
            while (left > 0) {
                java.util.concurrent.locks.LockSupport.parkNanos(left);
                left = next - System.nanoTime();
            }
        }

        void took() {
            next = Math.max(next + nanos, System.nanoTime() - nanos);
        }
    }
}
