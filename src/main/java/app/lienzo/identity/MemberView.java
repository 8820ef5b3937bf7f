package app.lienzo.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A member as others of the organization may see him.
public record MemberView(
        UUID id,
        String userName,
        String name,
        String email,
        OrganizationRole role,
        @Nullable String language,
        Theme theme,
        boolean active) {}
