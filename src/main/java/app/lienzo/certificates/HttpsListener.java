package app.lienzo.certificates;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.DelegatingSslContext;
import io.netty.handler.ssl.JdkSslContext;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SupportedCipherSuiteFilter;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.JdkSSLEngineOptions;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.spi.tls.SslContextFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.GeneralSecurityException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// How the HTTPS port of the framework is made ours: the one place that knows Quarkus, Vert.x and Netty
/// here. No key store is configured anywhere, because a configured one would replace this at its first
/// reload.
///
/// All connections share one context, so there is one key for tickets and nothing to build for a host;
/// [NamedHandler] chooses the certificate. See docs/adr/0014.
@ApplicationScoped
class HttpsListener implements HttpServerOptionsCustomizer {
    private static final String[] VERSIONS = {"TLSv1.3", "TLSv1.2"};

    /// With forward secrecy and authenticated encryption only.
    private static final List<String> CIPHERS = List.of(
            "TLS_AES_128_GCM_SHA256",
            "TLS_AES_256_GCM_SHA384",
            "TLS_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");

    private static final String[] GROUPS = {"x25519", "secp256r1", "secp384r1"};

    /// The engine knows what will be spoken before it asks for a certificate only when it is told here, and
    /// not by a function as Netty would.
    private static final String[] PROTOCOLS = {"h2", "http/1.1", ClientHello.CHALLENGE};

    private final HandshakeKeys keys = new HandshakeKeys();
    private final CertificateChoice choice;
    private final AddressCount addresses;
    private final int port;
    private final CertificateConfig config;

    HttpsListener(
            CertificateChoice choice,
            CertificateConfig config,
            @ConfigProperty(name = "quarkus.http.ssl-port", defaultValue = "8443") int port) {
        this.port = port;
        this.choice = choice;
        this.config = config;
        this.addresses = new AddressCount(config.connectionsPerAddressMax());
    }

    /// "Any free port" is a port that nobody can be led to, and the framework waits for its own start for ever.
    void requirePort(@Observes StartupEvent event) {
        if (config.https() && port == 0)
            throw new IllegalStateException("The HTTPS port cannot be 0: name one with LIENZO_HTTPS_PORT");
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        if (!config.https()) return;
        options.setSsl(true)
                .setUseAlpn(true)
                .setKeyCertOptions(KeyCertOptions.wrap(keys))
                .setEnabledSecureTransportProtocols(new LinkedHashSet<>(Set.of(VERSIONS)))
                .setSslHandshakeTimeout(config.handshakePatience().toMillis())
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
                .setSslEngineOptions(new OneContext(new NamedContext(base())));
    }

    private SslContext base() {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {keys}, new TrustManager[0], null);
            var protocols = new ApplicationProtocolConfig(
                    Protocol.ALPN,
                    SelectorFailureBehavior.NO_ADVERTISE,
                    SelectedListenerFailureBehavior.ACCEPT,
                    PROTOCOLS);
            return new JdkSslContext(
                    context,
                    false,
                    CIPHERS,
                    SupportedCipherSuiteFilter.INSTANCE,
                    protocols,
                    ClientAuth.NONE,
                    VERSIONS,
                    false);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class NamedContext extends DelegatingSslContext {
        NamedContext(SslContext base) {
            super(base);
        }

        @Override
        protected SslHandler newHandler(ByteBufAllocator memory, boolean startTls, Executor tasks) {
            var handshake = keys.begin();
            // No port: the engine would keep a list of peers.
            var engine = newEngine(memory, handshake.id(), -1);
            var settings = engine.getSSLParameters();
            settings.setSNIMatchers(List.of(handshake));
            engine.setSSLParameters(settings);
            return new NamedHandler(engine, tasks, handshake, keys, choice, addresses);
        }

        @Override
        protected SslHandler newHandler(
                ByteBufAllocator memory, String peer, int port, boolean startTls, Executor tasks) {
            return newHandler(memory, startTls, tasks);
        }

        @Override
        protected void initEngine(SSLEngine engine) {
            engine.setHandshakeApplicationProtocolSelector(null);
            var settings = engine.getSSLParameters();
            settings.setApplicationProtocols(PROTOCOLS);
            settings.setNamedGroups(GROUPS);
            settings.setUseCipherSuitesOrder(true);
            engine.setSSLParameters(settings);
        }
    }

    /// Gives the server the one context, however often it asks.
    private static final class OneContext extends JdkSSLEngineOptions {
        private final SslContext context;

        OneContext(SslContext context) {
            this.context = context;
        }

        @Override
        public SslContextFactory sslContextFactory() {
            return () -> context;
        }

        @Override
        public JdkSSLEngineOptions copy() {
            return this;
        }
    }
}
