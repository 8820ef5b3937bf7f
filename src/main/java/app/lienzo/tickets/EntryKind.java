package app.lienzo.tickets;

/// What a line of a ticket is.
public enum EntryKind {
    /// How it began; the customer sees it.
    DESCRIPTION,
    /// From either side to the other; the customer sees it.
    REPLY,
    /// For the team alone.
    NOTE,
    /// What somebody changed; for the team alone.
    CHANGE;

    /// Whether the customer sees it.
    public boolean shared() {
        return this == DESCRIPTION || this == REPLY;
    }
}
