package app.lienzo.certificates;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.UUID;

/// A certificate as a handshake needs it. It never changes: a renewal is another one.
record ServedCertificate(List<X509Certificate> chain, PrivateKey key) {
    /// What a key is sealed together with.
    static String sealedAs(UUID id, String host) {
        return "certificate " + id + " " + host;
    }

    X509Certificate[] chainArray() {
        return chain.toArray(X509Certificate[]::new);
    }

    /// Whether it can sign in the way asked for, `EC` or `RSA`.
    boolean fits(String keyType) {
        return key.getAlgorithm().equals(keyType);
    }
}
