package app.lienzo.acme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// The roots that the address of a private authority is believed by, and no others.
final class TrustedRoots {
    private TrustedRoots() {}

    /// @throws IllegalStateException when the file holds none: better no start than one that trusts nobody
    static SSLContext of(Path pem) {
        try (var content = Files.newInputStream(pem)) {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (var root : CertificateFactory.getInstance("X.509").generateCertificates(content)) {
                store.setCertificateEntry("root-" + number++, root);
            }
            if (number == 0) throw new IllegalStateException("No certificate in " + pem);
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("The authority's roots cannot be read: " + pem, e);
        }
    }
}
