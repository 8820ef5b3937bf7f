package app.lienzo.conversations;

/// Whose words a message holds, and who may read them.
public enum MessageKind {
    /// From the customer.
    INBOUND,
    /// To the customer.
    REPLY,
    /// Among the team; never leaves it.
    NOTE,
    /// What happened, told by the system; the body is a code such as `taken`.
    SYSTEM
}
