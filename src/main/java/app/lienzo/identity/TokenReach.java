package app.lienzo.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How far an API token reaches: never beyond its member, often less far.
///
/// @param permissions the rows of the table it is limited to; null for all its member has
/// @param readOnly whether it changes nothing
public record TokenReach(@Nullable Set<Permission> permissions, boolean readOnly) {
    /// What a session reaches.
    public static final TokenReach WHOLE = new TokenReach(null, false);

    public boolean includes(Permission permission) {
        return permissions == null || permissions.contains(permission);
    }
}
