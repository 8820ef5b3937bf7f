package app.lienzo.dns;

/// Why nobody could be asked, or nothing be believed.
public enum DnsFault {
    /// The server says that it failed (a broken DNSSEC signature is said so, too), or answers nonsense.
    SERVFAIL,
    /// Nobody answered in time.
    TIMEOUT,
    /// The server does not answer us.
    REFUSED,
    /// Aliases lead back to where they came from.
    LOOP,
    /// More aliases, queries or text than an honest zone needs.
    TOO_MUCH
}
