package app.lienzo.acme;

/// How far the order of a host's certificate is. The certificate before it keeps serving whatever this
/// says.
public enum AcmeState {
    /// Waits for its turn, for the host to be ready, or for a budget.
    QUEUED,
    /// The authority took the order.
    ORDERED,
    /// The authority was told to look at the host.
    CHALLENGED,
    /// Proved; the authority makes the certificate.
    FINALIZING,
    /// There is one; the next will be ordered in time.
    LIVE,
    /// Something failed; tried again by itself.
    BACKOFF,
    /// Refused for good: nothing happens until a person changes something and asks again.
    BLOCKED
}
