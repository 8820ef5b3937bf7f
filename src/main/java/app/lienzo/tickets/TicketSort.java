package app.lienzo.tickets;

/// What a list of tickets is in order of.
public enum TicketSort {
    /// The last changed first.
    CHANGED,
    /// The newest first.
    CREATED,
    /// The first that was opened first.
    OLDEST,
    /// What is due first; what is never due comes last.
    DUE,
    /// The most pressing first, and of those the last changed.
    PRIORITY;

    /// Whether lists with finished tickets may be in this order: those grow for years, and only these two are kept in
    /// order for them.
    public boolean ofFinished() {
        return this == CHANGED || this == CREATED;
    }
}
