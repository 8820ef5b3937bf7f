package app.lienzo.conversations;

import java.util.UUID;

/// How a conversation looks from its customer's side.
///
/// @param readByTeam up to which message the team has read
public record CustomerView(UUID id, UUID space, ConversationState state, int readByTeam) {}
