package app.lienzo.jobs;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How jobs are run.
@ConfigMapping(prefix = "lienzo.jobs")
interface JobConfig {
    /// Jobs that run at once on one replica.
    @WithDefault("4")
    int atOnceMax();

    /// How often a replica looks for work.
    @WithDefault("2s")
    Duration poll();

    /// A job that failed so often is set aside with its reason.
    @WithDefault("8")
    int attemptsMax();

    /// Pause after the first failure; it doubles with each.
    @WithDefault("5s")
    Duration pause();

    /// How often every organization is tidied up.
    @WithDefault("1h")
    Duration chores();
}
