package app.lienzo.operators;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What operators reserve and how much they see at once.
@ConfigMapping(prefix = "lienzo.operators")
interface OperatorConfig {
    /// Slugs that nobody gets beside those that are always kept back: names of one's own machines,
    /// for instance.
    Optional<List<String>> reservedSlugs();

    /// Who becomes the first operator of an installation that has none.
    Optional<String> firstEmail();

    /// Lines of an organization's journal on its page.
    @WithDefault("50")
    int journalMax();

    /// Things of one kind (members, spaces, names) that are counted; more are said as "more than".
    @WithDefault("10000")
    int countMax();

    /// How long somebody looks at an organization at a time.
    @WithDefault("30m")
    Duration visitTime();
}
