package app.lienzo.conversations;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Port: finds conversations of a tray by words that stand in them, from an index. It may be a moment behind, and
/// grants nothing: what it gives is read once more under row security.
public interface ConversationFinder {
    /// What is looked for, and where.
    ///
    /// @param holder only his; null for whoever holds them
    /// @param after where the page before ended; null for the first
    record TrayWish(
            String text,
            Set<UUID> spaces,
            ConversationState state,
            @Nullable UUID holder,
            ConversationQuery.@Nullable Place after,
            int limit) {}

    /// The first of them in the order of the tray, the last changed first.
    List<UUID> find(TrayWish wish);
}
