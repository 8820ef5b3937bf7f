package app.lienzo.tickets;

/// What is asked for (BL-3); the customer chooses by the meanings that are shown beside.
public enum TicketType {
    /// How something is done or what something means.
    QUESTION,
    /// Something that somebody should do.
    TASK,
    /// Something that worked and does not any more.
    INCIDENT
}
