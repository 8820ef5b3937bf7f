package app.lienzo.people;

import app.lienzo.identity.OrganizationRole;
import app.lienzo.identity.SpaceRole;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who is to be invited as what.
///
/// @param addresses as they were pasted
/// @param userName for a single person; null to make it of the address
/// @param name for a single person; null to make it of the address
/// @param roles in which spaces they are to work, and as what
/// @param language `es`, `en`, `pt`, or null for the organization's
/// @param confirmed whether whoever invites has read what speaks against it
public record InvitationOrder(
        String addresses,
        @Nullable String userName,
        @Nullable String name,
        OrganizationRole level,
        Map<UUID, SpaceRole> roles,
        @Nullable String language,
        boolean confirmed) {

    /// Whether customers' people are to work in spaces: not those who help to run the organization.
    boolean ofClients() {
        return level == OrganizationRole.MEMBER && !roles.isEmpty();
    }
}
