package app.lienzo.tenancy;

/// Whether a proved name is answered.
public enum SiteState {
    /// Not yet: its certificate is not there.
    RESERVED,
    SERVED,
    /// No longer, because it points elsewhere. It is kept for its owner, who may come back.
    QUARANTINED
}
