package app.lienzo.tickets;

/// What a member began to write.
///
/// @param seen the last entry he had before his eyes when he began
public record TicketDraft(String text, int seen) {}
