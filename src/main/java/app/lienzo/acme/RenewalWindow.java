package app.lienzo.acme;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// When an authority would like a certificate to be replaced (ARI, RFC 9773), and the time we chose in it.
record RenewalWindow(Instant start, Instant end, Instant chosen) {
    /// @param random from 0 to 1
    /// @return nothing for a window that makes no sense: then the schedule of our own holds
    static Optional<RenewalWindow> of(Instant start, Instant end, CertificateOrder.Issued certificate, double random) {
        var absurd = !start.isBefore(end)
                || !start.isBefore(certificate.notAfter())
                || Duration.between(start, end).compareTo(certificate.life()) > 0;
        if (absurd) return Optional.empty();
        var chosen = start.plusMillis((long) (Duration.between(start, end).toMillis() * random));
        return Optional.of(new RenewalWindow(start, end, chosen));
    }

    boolean same(Instant otherStart, Instant otherEnd) {
        return start.equals(otherStart) && end.equals(otherEnd);
    }
}
