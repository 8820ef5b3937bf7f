package app.lienzo.channels;

import java.time.Instant;
import java.util.UUID;

/// A channel as those who manage it see it.
///
/// @param key what the snippet names it by; public
/// @param identitySecret signs the identity of visitors; for those who manage the channel only
public record ChannelView(
        UUID id,
        UUID space,
        ChannelKind kind,
        ChannelState state,
        String key,
        LiveChatSettings settings,
        String identitySecret,
        Instant createdAt) {
    /// Whether the widget lets people in.
    public boolean on() {
        return state == ChannelState.ACTIVE;
    }

    /// Whether a browser that shows this web origin may use the channel.
    public boolean allows(String origin) {
        return on() && Origins.allow(settings.origins(), origin);
    }

    /// Whether somebody answers then, by the office hours.
    public boolean openAt(Instant now) {
        return OfficeHours.read(settings.hours(), settings.zone()).open(now);
    }
}
