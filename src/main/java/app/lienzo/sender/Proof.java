package app.lienzo.sender;

/// What a receiver looks at before it believes a sender.
public enum Proof {
    /// Which servers may send for the domain (RFC 7208).
    SPF,
    /// The key that signatures are verified with (RFC 6376).
    DKIM,
    /// What is to happen to mails that prove neither (RFC 7489).
    DMARC,
    /// Where answers and mails that come back go.
    MX;

    /// Whether mails go out under the own sender only while it is not broken.
    boolean needed() {
        return this == SPF || this == DKIM;
    }
}
