package app.lienzo.domains;

/// Whose a name is, as far as this organization's claim goes.
public enum Ownership {
    /// Said, not proved.
    CLAIMED,
    VERIFIED,
    /// Not proved in time.
    EXPIRED,
    /// Another organization proved it later.
    LOST,
    REMOVED;

    /// Whether anything may still come of it.
    public boolean open() {
        return this == CLAIMED || this == VERIFIED;
    }
}
