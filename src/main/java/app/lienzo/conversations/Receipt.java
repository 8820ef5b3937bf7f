package app.lienzo.conversations;

/// What became of a message that was handed over.
///
/// @param stored false when it had been stored before under the same key
public record Receipt(MessageView message, boolean stored) {}
