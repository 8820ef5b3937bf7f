package app.lienzo.mail;

/// How the way to a mail server is protected.
public enum RelaySecurity {
    NONE,
    /// STARTTLS where the server offers it.
    OFFERED,
    /// STARTTLS, or nothing is sent.
    STARTTLS,
    /// TLS from the first byte on.
    TLS
}
