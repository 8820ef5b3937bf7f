package app.lienzo.search;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How the index is kept.
@ConfigMapping(prefix = "lienzo.search")
interface SearchConfig {
    /// How often this replica looks for what changed.
    @WithDefault("700ms")
    Duration poll();

    /// How many things are indexed in one transaction.
    @WithDefault("200")
    int batchMax();

    /// Characters of a ticket's or conversation's text that can be found: of a longer one the newest.
    @WithDefault("20000")
    int bodyMax();

    /// After so long every organization is looked at, whether a hint came or not.
    @WithDefault("5m")
    Duration sweep();
}
