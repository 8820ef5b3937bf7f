package app.lienzo.channels;

/// Where a request for a channel stands.
public enum ChannelRequestState {
    OPEN,
    ACTIVATED,
    DECLINED,
    /// Taken back by whoever may ask.
    WITHDRAWN
}
