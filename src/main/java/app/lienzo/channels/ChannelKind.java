package app.lienzo.channels;

/// How customers reach a space.
public enum ChannelKind {
    LIVE_CHAT
}
