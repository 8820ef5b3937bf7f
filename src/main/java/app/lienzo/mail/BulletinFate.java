package app.lienzo.mail;

/// What became of one attempt to send a bulletin.
public enum BulletinFate {
    /// The server has it.
    TAKEN,
    /// The server wants it never.
    REFUSED,
    /// The server wants it later.
    DEFERRED,
    /// No server was reached, and nothing was handed over.
    UNREACHABLE,
    /// The connection broke while it was handed over: perhaps the server has it.
    UNKNOWN
}
