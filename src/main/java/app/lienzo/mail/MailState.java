package app.lienzo.mail;

/// Where a mail stands.
public enum MailState {
    QUEUED,
    /// Handed to a server now; one that stays here was interrupted and is taken up again.
    SENDING,
    SENT,
    FAILED
}
