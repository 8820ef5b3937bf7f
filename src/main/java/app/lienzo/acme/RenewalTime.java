package app.lienzo.acme;

import java.time.Duration;
import java.time.Instant;

/// When to renew, out of what the certificate itself says: lives of 90, 47 and 6 days all come out right.
final class RenewalTime {
    private static final Duration SHORT_LIFE = Duration.ofDays(10);
    private static final int SHARE_LEFT = 3;
    private static final int SHARE_LEFT_OF_SHORT = 2;
    private static final int SHARE_OF_JITTER = 50;
    private static final int SHARE_OF_EMERGENCY = 20;

    private RenewalTime() {}

    /// With a third of its life left (half of a short one), a little earlier by chance so that what was
    /// issued together is not renewed together.
    ///
    /// @param random from 0 to 1
    static Instant of(Instant notBefore, Instant notAfter, double random) {
        var life = Duration.between(notBefore, notAfter);
        var left = life.dividedBy(life.compareTo(SHORT_LIFE) < 0 ? SHARE_LEFT_OF_SHORT : SHARE_LEFT);
        var jitter = Duration.ofMillis((long) (life.toMillis() * random / SHARE_OF_JITTER));
        return notAfter.minus(left).minus(jitter);
    }

    /// From here on no wish of an authority counts.
    static Instant latest(Instant notBefore, Instant notAfter) {
        return notAfter.minus(Duration.between(notBefore, notAfter).dividedBy(SHARE_OF_EMERGENCY));
    }
}
