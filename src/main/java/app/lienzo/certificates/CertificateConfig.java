package app.lienzo.certificates;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/// How much of certificates is taken and kept.
@ConfigMapping(prefix = "lienzo.certificates")
interface CertificateConfig {
    /// A chain as text, and the key beside it.
    @WithDefault("48K")
    MemorySize uploadMax();

    @WithDefault("8")
    int chainMax();

    /// Certificates remembered for a host beside the one it shows; the oldest go.
    @WithDefault("20")
    int historyMax();

    /// How often a replica looks for certificates it has heard nothing of.
    @WithDefault("5s")
    Duration poll();

    /// Whether this process speaks HTTPS itself. Not where a proxy in front always does.
    @WithDefault("true")
    boolean https();

    /// Whether people who come over HTTP are sent to HTTPS once their host has a certificate. Not where a
    /// proxy ends TLS and does not say so.
    @WithDefault("true")
    boolean redirect();

    /// The installation's own certificate, for names below the platform's host: a chain as PEM.
    Optional<String> ownCertificate();

    /// The key of that certificate, as PEM and without a password.
    Optional<String> ownKey();

    /// Certificates kept in memory, about 4 KB each.
    @WithDefault("20000")
    long inMemoryMax();

    /// Certificates read from the database at the same time.
    @WithDefault("8")
    int loadsAtOnceMax();

    /// How long a handshake waits for a certificate from the database.
    @WithDefault("8s")
    Duration loadPatience();

    /// How long a client may take from connecting to the end of the handshake.
    @WithDefault("10s")
    Duration handshakePatience();

    /// Connections from one network address: a company behind one, but not a flood.
    @WithDefault("2000")
    int connectionsPerAddressMax();
}
