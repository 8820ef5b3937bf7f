package app.lienzo.deadlines;

/// What has a deadline.
public enum DeadlineSubject {
    /// To a partner's application.
    APPLICATION,
    /// A wish to get no marketing mail.
    OPTOUT
}
