package app.lienzo.tenancy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An organization as operators see it.
///
/// @param version counts what operators changed
/// @param suspendedAt null while it is open
public record OrganizationRecord(
        OrganizationView organization,
        OrganizationState state,
        int version,
        Instant createdAt,
        @Nullable Instant suspendedAt) {
    public boolean suspended() {
        return state == OrganizationState.SUSPENDED;
    }
}
