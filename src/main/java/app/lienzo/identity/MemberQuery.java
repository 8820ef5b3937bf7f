package app.lienzo.identity;

import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which members are asked for.
///
/// @param text part of a name, user name or e-mail address; null for any
/// @param members the only ones asked for; null for any
/// @param state null for any
/// @param after the last one of the page before; null for the first page
public record MemberQuery(
        @Nullable String text,
        @Nullable OrganizationRole role,
        @Nullable Boolean active,
        @Nullable MemberState state,
        @Nullable Collection<UUID> members,
        @Nullable UUID after,
        int limit) {

    public MemberQuery(
            @Nullable String text,
            @Nullable OrganizationRole role,
            @Nullable Boolean active,
            @Nullable Collection<UUID> members,
            @Nullable UUID after,
            int limit) {
        this(text, role, active, null, members, after, limit);
    }
}
