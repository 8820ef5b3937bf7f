package app.lienzo.tickets;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A member to whom a ticket can be given.
///
/// @param avatar file of his picture; null for none
public record Colleague(UUID id, String name, @Nullable UUID avatar) {}
