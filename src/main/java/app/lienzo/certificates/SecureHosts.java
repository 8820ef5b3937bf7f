package app.lienzo.certificates;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLSession;

/// What a request has to know of TLS; answered from memory.
@ApplicationScoped
public class SecureHosts {
    private final CertificateChoice choice;
    private final boolean redirect;

    SecureHosts(CertificateChoice choice, CertificateConfig config) {
        this.choice = choice;
        this.redirect = config.https() && config.redirect();
    }

    /// Whether a host can be reached over HTTPS now, with a certificate that is valid.
    public boolean active(String host) {
        return choice.active(host);
    }

    /// Whether somebody who asks for a host without TLS is to be sent to HTTPS.
    public boolean preferred(String host) {
        return redirect && active(host);
    }

    /// Whether a connection was made for this host: the client asked for it, or was shown a certificate that
    /// speaks for it as well.
    public boolean madeFor(String host, SSLSession connection) {
        return asked(host, connection) || shown(host, connection.getLocalCertificates());
    }

    private static boolean asked(String host, SSLSession connection) {
        return connection instanceof ExtendedSSLSession session
                && session.getRequestedServerNames().stream()
                        .anyMatch(name -> name instanceof SNIHostName asked
                                && asked.getAsciiName().equalsIgnoreCase(host));
    }

    private static boolean shown(String host, Certificate... chain) {
        return chain != null
                && chain.length > 0
                && chain[0] instanceof X509Certificate leaf
                && CoveredNames.cover(leaf, host);
    }
}
