package app.lienzo.sla;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How clocks are looked at.
@ConfigMapping(prefix = "lienzo.sla")
interface SlaConfig {
    /// How often a replica looks for warnings and deadlines that have come.
    @WithDefault("5s")
    Duration poll();

    /// Clocks that one look takes.
    @WithDefault("200")
    int alarmsMax();

    /// How long a replica may take for what it took, before another one looks.
    @WithDefault("1m")
    Duration lease();

    /// Tickets that a recount takes in one transaction.
    @WithDefault("250")
    int batchMax();

    /// Lines of a clock's ledger that are shown.
    @WithDefault("200")
    int linesMax();

    /// Whether this replica looks at all.
    @WithDefault("true")
    boolean watching();
}
