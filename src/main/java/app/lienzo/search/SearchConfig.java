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

    /// How many things are indexed in one transaction: a few, so that it works and rests in short turns and what
    /// was written a moment ago is in the next one.
    @WithDefault("20")
    int batchMax();

    /// How many rows of the event log are looked at together.
    @WithDefault("1000")
    int lookMax();

    /// After a batch the index rests so many times as long as that took: the database is there for those who
    /// write. What changes again meanwhile is indexed once.
    @WithDefault("3")
    int restFactor();

    /// A text of so many characters is indexed so much later when it changes again: each time it is read as a
    /// whole.
    @WithDefault("2ms")
    Duration restPerCharacter();

    /// Characters of a ticket's or conversation's text that can be found: of a longer one the newest.
    @WithDefault("20000")
    int bodyMax();

    /// After so long every organization is looked at, whether a hint came or not.
    @WithDefault("5m")
    Duration sweep();
}
