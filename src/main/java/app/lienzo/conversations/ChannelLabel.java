package app.lienzo.conversations;

/// What a conversation shows of its channel.
///
/// @param kind `LIVE_CHAT` and the like
public record ChannelLabel(String kind, String name) {}
