package app.lienzo.domains;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A host name as its Owner sees it.
///
/// @param shown the host in its own letters
/// @param space whose portal it shows; null for the application
/// @param records what has to be made
/// @param findings of the last look; null before the first
/// @param stale whether a missing record is a mistake by now, and no longer a matter of waiting
public record DomainView(
        UUID id,
        String host,
        String shown,
        @Nullable UUID space,
        Ownership ownership,
        Pointing pointing,
        DomainStage stage,
        boolean contested,
        boolean primary,
        boolean redirects,
        Instant createdAt,
        @Nullable Instant proofSeenAt,
        @Nullable Instant activeAt,
        @Nullable Instant checkedAt,
        Instant nextCheckAt,
        @Nullable Instant servedUntil,
        List<RecordToMake> records,
        @Nullable Findings findings,
        boolean stale) {
    public boolean open() {
        return ownership.open();
    }

    public boolean active() {
        return activeAt != null;
    }
}
