package app.lienzo.sla;

/// From when the first answer and the solution are counted.
public enum Begins {
    /// When the ticket was opened.
    CREATED,
    /// When somebody of the team took or answered it for the first time.
    ACCEPTED
}
