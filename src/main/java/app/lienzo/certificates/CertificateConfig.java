package app.lienzo.certificates;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

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
}
