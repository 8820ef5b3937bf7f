package app.lienzo.conversations;

/// Where a conversation lies. A tray of the console shows one state.
public enum ConversationState {
    /// Waits for somebody of the space.
    INBOX,
    /// One member holds it.
    IN_PROGRESS,
    /// Done, until the customer writes again.
    CLOSED
}
