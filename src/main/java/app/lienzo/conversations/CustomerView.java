package app.lienzo.conversations;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How a conversation looks from its customer's side.
///
/// @param holder the member who holds it; for whom a whisper is meant, never told to the customer
/// @param readByTeam up to which message the team has read
public record CustomerView(
        UUID id,
        UUID space,
        ConversationState state,
        @Nullable UUID holder,
        int readByTeam) {}
