package app.lienzo.deadlines;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How deadlines are looked at.
@ConfigMapping(prefix = "lienzo.deadlines")
interface DeadlineConfig {
    /// How often a replica looks for warnings and deadlines that have come.
    @WithDefault("10s")
    Duration poll();

    /// Deadlines that one look takes.
    @WithDefault("100")
    int takenMax();

    /// How long a replica may take for what it took, before another one looks.
    @WithDefault("1m")
    Duration lease();

    /// Lines of one ledger; whoever pauses and resumes more often is refused.
    @WithDefault("500")
    int linesMax();

    /// Whether this replica looks at all.
    @WithDefault("true")
    boolean watching();
}
