package app.lienzo.tickets;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A reply or a note to be added.
///
/// @param seen the last entry its writer had before his eyes; a newer public one stops a reply. Null
///     sends anyway
/// @param state how far the ticket is afterwards; null to leave that
/// @param key the writer's own key of it: the same twice is one entry; null for none
public record NewEntry(
        Written text,
        @Nullable Integer seen,
        @Nullable StateChoice state,
        @Nullable String key,
        List<UUID> files) {
    public static NewEntry of(Written text) {
        return new NewEntry(text, null, null, null, List.of());
    }
}
