package app.lienzo.identity;

/// How an account stands.
public enum MemberState {
    /// In use.
    ACTIVE,
    /// Made for somebody who has set no password yet and never came.
    INVITED,
    /// Out of use, until somebody activates it again.
    DEACTIVATED
}
