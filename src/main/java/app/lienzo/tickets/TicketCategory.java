package app.lienzo.tickets;

/// How far a ticket is. A space may have names of its own in each; what is done by itself goes by
/// these.
public enum TicketCategory {
    /// Nobody of the team has touched it.
    NEW,
    /// The team is at work.
    OPEN,
    /// The customer has to say something.
    WAITING,
    /// Somebody else has to do something.
    ON_HOLD,
    /// Done, as the team sees it; an answer of the customer opens it again.
    SOLVED,
    /// Done for good: nothing is added any more.
    CLOSED;

    /// Whether the team still owes something.
    public boolean unfinished() {
        return this != SOLVED && this != CLOSED;
    }
}
