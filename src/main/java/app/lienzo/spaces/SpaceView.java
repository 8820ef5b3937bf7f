package app.lienzo.spaces;

import app.lienzo.tenancy.Vocabulary;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A space as its members see it.
///
/// @param slug its name in addresses; stays when the space is renamed
/// @param vocabulary null for the organization's
/// @param language two letters; null for the organization's
/// @param archivedAt null for one in use
public record SpaceView(
        UUID id,
        String slug,
        String name,
        @Nullable Vocabulary vocabulary,
        @Nullable String language,
        @Nullable Instant archivedAt,
        int version) {
    public boolean archived() {
        return archivedAt != null;
    }
}
