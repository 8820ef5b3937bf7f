package app.lienzo.conversations;

import java.util.UUID;

/// What a conversation needs to know of its channel.
///
/// @param space where its conversations lie
/// @param kind `LIVE_CHAT` and the like
public record ChannelLabel(UUID space, String kind, String name) {}
