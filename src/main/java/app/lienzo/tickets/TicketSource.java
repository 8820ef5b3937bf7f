package app.lienzo.tickets;

/// By which way a ticket came.
public enum TicketSource {
    AGENT,
    CONVERSATION,
    PORTAL,
    API,
    EMAIL
}
