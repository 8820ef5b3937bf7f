package app.lienzo.contacts;

/// How contacts stand with the portal of their space, as lists tell them apart.
public enum ContactAccess {
    /// Neither password nor invitation.
    NONE,
    /// Has an invitation, and no password yet.
    INVITED,
    /// Has a password that somebody else gave him.
    TEMPORARY,
    /// Has chosen his password.
    ACTIVE,
    /// Would have access or an invitation, and is blocked.
    BLOCKED
}
