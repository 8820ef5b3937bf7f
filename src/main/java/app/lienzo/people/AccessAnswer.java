package app.lienzo.people;

import app.lienzo.identity.OrganizationRole;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SpaceRole;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody may do, and why: one row of the permission table, answered for one person.
///
/// @param level what carries it everywhere; null when his level does not
/// @param spaces what carries it where he has a role, in the order of his posts
/// @param ofSpaces whether the answer can differ from space to space
public record AccessAnswer(
        Permission permission, @Nullable OrganizationRole level, List<InSpace> spaces, boolean ofSpaces) {

    /// @param role what carries it there; null when the level does already, or nothing does
    /// @param granted by the role or by the level
    public record InSpace(Person.Post post, @Nullable SpaceRole role, boolean granted) {}

    /// Every row of the table that concerns him, in its order. A deactivated person may do nothing.
    static List<AccessAnswer> of(Person person) {
        return Arrays.stream(Permission.values())
                .filter(permission -> permission.concerns(person.member().role()))
                .map(permission -> of(person, permission))
                .toList();
    }

    private static AccessAnswer of(Person person, Permission permission) {
        var role = person.member().role();
        boolean everywhere = person.member().active() && permission.grantedTo(role);
        var spaces = person.posts().stream()
                .map(post -> inSpace(person, permission, post, everywhere))
                .toList();
        return new AccessAnswer(permission, everywhere ? role : null, spaces, permission.ofSpaces());
    }

    private static InSpace inSpace(Person person, Permission permission, Person.Post post, boolean everywhere) {
        boolean byRole = person.member().active() && permission.grantedTo(post.role());
        return new InSpace(post, byRole && !everywhere ? post.role() : null, byRole || everywhere);
    }
}
