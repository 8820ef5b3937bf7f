package app.lienzo.certificates;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/// The one key manager of the listener: it gives each handshake the certificate that was chosen for it,
/// and holds none of its own.
///
/// The engine also asks when a client brings a ticket, and then before it has read the name; that is why
/// the choice does not hang on the engine's session (JDK 25, `SSLSessionImpl`).
final class HandshakeKeys extends X509ExtendedKeyManager {
    private final Map<String, Handshake> running = new ConcurrentHashMap<>();
    private final AtomicLong last = new AtomicLong();

    Handshake begin() {
        var handshake = new Handshake(Long.toString(last.incrementAndGet()));
        running.put(handshake.id(), handshake);
        return handshake;
    }

    void end(Handshake handshake) {
        running.remove(handshake.id());
    }

    int running() {
        return running.size();
    }

    /// Null for keys that the chosen certificate does not have: the engine asks for each kind it could use.
    @Override
    public @Nullable String chooseEngineServerAlias(String keyType, Principal @Nullable [] issuers, SSLEngine engine) {
        var certificate = certificate(engine.getPeerHost());
        return certificate != null && certificate.fits(keyType) ? engine.getPeerHost() : null;
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        var certificate = certificate(alias);
        return certificate == null ? null : certificate.key();
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        var certificate = certificate(alias);
        return certificate == null ? null : certificate.chainArray();
    }

    private @Nullable ServedCertificate certificate(@Nullable String id) {
        var handshake = id == null ? null : running.get(id);
        return handshake == null ? null : handshake.certificate();
    }

    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal @Nullable [] issuers, Socket socket) {
        return null;
    }

    @Override
    public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseClientAlias(String[] keyType, Principal @Nullable [] issuers, Socket socket) {
        return null;
    }
}
