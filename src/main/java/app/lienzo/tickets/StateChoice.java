package app.lienzo.tickets;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How far a ticket is to be.
///
/// @param state one of the space's own names within the category; null for the one that is usual there
public record StateChoice(TicketCategory category, @Nullable UUID state) {
    public static StateChoice of(TicketCategory category) {
        return new StateChoice(category, null);
    }
}
