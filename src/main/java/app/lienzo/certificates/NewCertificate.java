package app.lienzo.certificates;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/// A certificate to be shown for a host.
///
/// @param host as `Hosts.normalise` gives it
/// @param chain the host's own certificate first, then each one's issuer
public record NewCertificate(String host, List<X509Certificate> chain, PrivateKey key, CertificateSource source) {
    public NewCertificate {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) throw new IllegalArgumentException("A chain has at least one certificate");
    }

    X509Certificate leaf() {
        return chain.getFirst();
    }
}
