package app.lienzo.conversations;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// What a conversation holds at most.
@ConfigMapping(prefix = "lienzo.conversations")
interface ConversationConfig {
    /// Characters of a message.
    @WithDefault("10000")
    int messageMax();

    @WithDefault("5")
    int attachmentsMax();

    /// An uploaded file that no message took is forgotten after so long.
    @WithDefault("24h")
    Duration attachmentWaits();

    /// How long the event log remembers; who was away longer looks afresh.
    @WithDefault("7d")
    Duration eventsKept();

    /// How long something said may be missing from the index of words: what is newer is looked through as it is.
    @WithDefault("1m")
    Duration indexLag();
}
