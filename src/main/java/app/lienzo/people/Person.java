package app.lienzo.people;

import app.lienzo.identity.MemberState;
import app.lienzo.identity.MemberView;
import app.lienzo.identity.SpaceRole;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A member with where he works and when he was last here.
///
/// @param posts by the space's name; empty for an Owner, who runs every space
/// @param seenAt null for never
public record Person(
        MemberView member, List<Post> posts, @Nullable Instant seenAt) {

    /// A role in a space.
    public record Post(UUID space, String name, SpaceRole role) {}

    public UUID id() {
        return member.id();
    }

    public MemberState state() {
        return member.state();
    }
}
