package app.lienzo.channels;

/// How a channel is doing (B2-5).
public enum ChannelState {
    ACTIVE,
    /// Asked for, waits for somebody.
    PENDING,
    /// Connected and not working.
    FAILING,
    OFF
}
