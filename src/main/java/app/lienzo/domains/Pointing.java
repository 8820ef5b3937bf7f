package app.lienzo.domains;

/// Whether a name leads to this installation.
public enum Pointing {
    /// It never did.
    WAITING,
    POINTED,
    /// It did, and leads elsewhere now; still answered for a time.
    MOVED,
    /// It led elsewhere for so long that it is not answered any more.
    QUARANTINED
}
