package app.lienzo.tickets;

/// How pressing it is, rising.
public enum TicketPriority {
    LOW,
    NORMAL,
    HIGH,
    URGENT
}
