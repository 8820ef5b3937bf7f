package app.lienzo.certificates;

import java.time.Instant;
import java.util.UUID;

/// A certificate as people read about it.
///
/// @param issuer a name for people, of the authority that signed it
/// @param serial in hexadecimal digits
public record CertificateView(
        UUID id,
        String host,
        CertificateSource source,
        String issuer,
        String serial,
        Instant notBefore,
        Instant notAfter) {
    boolean validAt(Instant now) {
        return !now.isBefore(notBefore) && now.isBefore(notAfter);
    }
}
