package app.lienzo.people.web;

import app.lienzo.identity.MemberState;
import app.lienzo.identity.OrganizationRole;
import app.lienzo.identity.SpaceRole;
import app.lienzo.kernel.Secrets;
import app.lienzo.people.Person;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A member as programs see him.
///
/// @param phone E.164; null for none
/// @param spaces where he was assigned; an Owner runs every space without
/// @param seenAt null for who never came
public record MemberItem(
        UUID id,
        String userName,
        String name,
        String email,
        OrganizationRole level,
        MemberState state,
        @Nullable String phone,
        @Nullable String language,
        @Nullable String timeZone,
        List<InSpace> spaces,
        Instant createdAt,
        @Nullable Instant seenAt) {

    public record InSpace(UUID space, SpaceRole role) {}

    static MemberItem of(Person person) {
        var member = person.member();
        return new MemberItem(
                member.id(),
                member.userName(),
                member.name(),
                member.email(),
                member.role(),
                member.state(),
                member.phone(),
                member.language(),
                member.timeZone(),
                person.posts().stream()
                        .map(post -> new InSpace(post.space(), post.role()))
                        .toList(),
                member.createdAt(),
                person.seenAt());
    }

    /// Changes whenever what somebody set about him does.
    String etag() {
        var told = String.join(
                "\n",
                userName,
                name,
                email,
                level.name(),
                state.name(),
                String.valueOf(phone),
                String.valueOf(language),
                String.valueOf(timeZone),
                spaces.toString());
        return Secrets.hex(Secrets.hash(told)).substring(0, 16);
    }
}
