package app.lienzo.identity;

/// What a member is in one space (BY-6).
public enum SpaceRole {
    /// Runs the space.
    MANAGER,
    /// Works in it.
    AGENT
}
