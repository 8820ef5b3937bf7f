package app.lienzo.certificates;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/// The authorities that this machine knows, as a browser would.
final class Roots {
    private static final List<X509Certificate> KNOWN = known();

    private Roots() {}

    /// Whether one of them signed it, so that nothing lies between.
    static boolean sign(X509Certificate leaf) {
        return KNOWN.stream()
                .filter(root -> root.getSubjectX500Principal().equals(leaf.getIssuerX500Principal()))
                .anyMatch(root -> CheckedCertificate.signed(root, leaf));
    }

    private static List<X509Certificate> known() {
        try {
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((@Nullable KeyStore) null);
            return Arrays.stream(factory.getTrustManagers())
                    .filter(X509TrustManager.class::isInstance)
                    .flatMap(one -> Arrays.stream(((X509TrustManager) one).getAcceptedIssuers()))
                    .toList();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The machine's authorities cannot be read", e);
        }
    }
}
