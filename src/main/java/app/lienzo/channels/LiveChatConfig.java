package app.lienzo.channels;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// What a visitor may do how often.
@ConfigMapping(prefix = "lienzo.live-chat")
interface LiveChatConfig {
    /// Messages and files per visitor.
    @WithDefault("120")
    int messagesPerMinuteMax();

    /// New visitors per network address.
    @WithDefault("60")
    int visitorsPerMinuteMax();

    /// How long a link to an attachment works.
    @WithDefault("1h")
    Duration linkLifetime();
}
