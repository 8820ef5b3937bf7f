package app.lienzo.tickets;

import java.util.UUID;

/// A line of a ticket that both sides see, with what is needed to tell who asked of it.
public record SharedLine(UUID space, long number, String subject, UUID requester, EntryView entry) {}
