package app.lienzo.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A member as others of the organization may see him.
///
/// @param avatar file of his picture; null for none
/// @param hasPassword whether he can sign in with one
/// @param cameAt when he last signed in; null when he never did
public record MemberView(
        UUID id,
        String userName,
        String name,
        String email,
        OrganizationRole role,
        @Nullable String phone,
        @Nullable String language,
        @Nullable String timeZone,
        @Nullable UUID avatar,
        Theme theme,
        boolean active,
        boolean hasPassword,
        Instant createdAt,
        @Nullable Instant cameAt) {

    public MemberState state() {
        if (!active) return MemberState.DEACTIVATED;
        return hasPassword || cameAt != null ? MemberState.ACTIVE : MemberState.INVITED;
    }
}
