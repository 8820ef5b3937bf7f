package app.lienzo.certificates;

import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIMatcher;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.StandardConstants;
import org.jspecify.annotations.Nullable;

/// One connection until it is secure: what the client asked for, and the certificate that was chosen. The
/// engine finds it again by `id`, which it takes for the name of its peer; so key and chain cannot come
/// from two certificates, and what a session was agreed on under one name counts under that name only.
final class Handshake extends SNIMatcher {
    private final String id;
    private volatile String name = "";
    private volatile @Nullable ServedCertificate certificate;

    Handshake(String id) {
        super(StandardConstants.SNI_HOST_NAME);
        this.id = id;
    }

    String id() {
        return id;
    }

    void choose(String asked, @Nullable ServedCertificate chosen) {
        name = asked;
        certificate = chosen;
    }

    @Nullable
    ServedCertificate certificate() {
        return certificate;
    }

    /// Asked by the engine for the name it read: what is not ours gets alert 112, `unrecognized_name`.
    @Override
    public boolean matches(SNIServerName asked) {
        return certificate != null
                && asked instanceof SNIHostName host
                && host.getAsciiName().equalsIgnoreCase(name);
    }
}
