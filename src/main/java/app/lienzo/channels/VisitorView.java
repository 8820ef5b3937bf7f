package app.lienzo.channels;

import java.util.UUID;

/// A browser that holds a token of a channel, and the contact it speaks for.
///
/// @param name of the contact, empty when he has not said it
public record VisitorView(UUID id, UUID channel, UUID space, UUID contact, String name) {}
