package app.lienzo.certificates;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/// For which hosts a certificate speaks: the DNS names of its subject alternative names (RFC 9525), nothing
/// else, and a star for exactly one label.
final class CoveredNames {
    private static final int DNS = 2;

    private CoveredNames() {}

    static boolean cover(X509Certificate certificate, String host) {
        return of(certificate).stream().anyMatch(name -> covers(name, host));
    }

    static List<String> of(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            if (names == null) return List.of();
            return names.stream()
                    .filter(name -> Integer.valueOf(DNS).equals(name.getFirst()))
                    .map(name -> name.get(1).toString().toLowerCase(Locale.ROOT))
                    .toList();
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }

    private static boolean covers(String name, String host) {
        return name.equals(host) || name.equals(wildcard(host));
    }

    /// The name with a star for its first label.
    static String wildcard(String host) {
        return "*" + host.substring(Math.max(0, host.indexOf('.')));
    }
}
