package app.lienzo.domains;

/// What a person is told of a name first: where it stands, or what is wrong.
public enum DomainStage {
    WAITING_FOR_DNS,
    /// Proved here, and by somebody else before.
    CONTESTED,
    DNS_FOUND,
    ISSUING,
    ACTIVE,
    /// It works and will stop.
    ATTENTION,
    FAILED,
    QUARANTINED,
    OVER
}
