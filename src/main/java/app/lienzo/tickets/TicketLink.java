package app.lienzo.tickets;

/// Another ticket that one is linked with.
public record TicketLink(LinkKind kind, TicketView other) {}
