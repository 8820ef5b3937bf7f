package app.lienzo.views;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How much saved lists may grow.
@ConfigMapping(prefix = "lienzo.views")
interface ViewConfig {
    /// Of one kind of list that a member keeps for himself.
    @WithDefault("50")
    int ownMax();

    /// Of one kind of list that the people of a space share.
    @WithDefault("50")
    int sharedMax();

    /// How long a removed one can be brought back.
    @WithDefault("1h")
    Duration undo();
}
