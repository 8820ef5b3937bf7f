package app.lienzo.optout;

/// What one side has to tell the other. The names are stored with jobs.
enum OptOutNews {
    REQUESTED("optout-requested"),
    ESCALATED("optout-escalated"),
    REMINDED("optout-reminded"),
    OVERDUE("optout-overdue"),
    TAKEN("optout-taken"),
    DONE("optout-done"),
    REFUSED("optout-refused");

    private final String mail;

    OptOutNews(String mail) {
        this.mail = mail;
    }

    /// The kind of mail it is told by.
    String mail() {
        return mail;
    }

    /// Whether support is told, too.
    boolean urgent() {
        return this == ESCALATED || this == OVERDUE;
    }
}
