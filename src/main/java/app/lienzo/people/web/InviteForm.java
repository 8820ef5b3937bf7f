package app.lienzo.people.web;

import app.lienzo.identity.OrganizationRole;
import app.lienzo.identity.SpaceRole;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import app.lienzo.people.InvitationOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/// Whom to invite as what, as typed.
///
/// @param agentOf ids of spaces
/// @param managerOf ids of spaces; counts more
/// @param confirmed anything, when the warnings were read
public record InviteForm(
        @RestForm @Nullable String addresses,
        @RestForm @Nullable String userName,
        @RestForm @Nullable String level,
        @RestForm @Nullable String language,
        @RestForm @Nullable List<String> agentOf,
        @RestForm @Nullable List<String> managerOf,
        @RestForm @Nullable String confirmed) {
    private static final int ADDRESSES_MAX = 20_000;

    /// Nothing typed yet, and the lowest level chosen.
    static InviteForm empty(OrganizationRole lowest) {
        return new InviteForm(null, null, lowest.name(), null, null, null, null);
    }

    InvitationOrder order() {
        return new InvitationOrder(
                addresses == null ? "" : SafeText.cut(addresses, ADDRESSES_MAX),
                userName == null || userName.isBlank() ? null : userName.strip(),
                null,
                level(level),
                roles(agentOf, managerOf),
                DetailsForm.known(language),
                confirmed != null);
    }

    /// The same once more, for the addresses that were none.
    InviteForm with(String left) {
        return new InviteForm(left, null, level, language, agentOf, managerOf, confirmed);
    }

    boolean agentOf(UUID space) {
        return agentOf != null && agentOf.contains(space.toString());
    }

    boolean managerOf(UUID space) {
        return managerOf != null && managerOf.contains(space.toString());
    }

    /// @throws Refused `level-unknown`
    static OrganizationRole level(@Nullable String name) {
        if (name == null || name.isBlank()) return OrganizationRole.MEMBER;
        try {
            return OrganizationRole.valueOf(name);
        } catch (IllegalArgumentException _) {
            throw Refused.invalid("level-unknown");
        }
    }

    /// @throws Refused not found for what is no id
    static Map<UUID, SpaceRole> roles(@Nullable List<String> agentOf, @Nullable List<String> managerOf) {
        var roles = new LinkedHashMap<UUID, SpaceRole>();
        if (agentOf != null) for (var space : agentOf) if (!space.isEmpty()) roles.put(id(space), SpaceRole.AGENT);
        if (managerOf != null)
            for (var space : managerOf) if (!space.isEmpty()) roles.put(id(space), SpaceRole.MANAGER);
        return roles;
    }

    static UUID id(String text) {
        return Ids.read(text).orElseThrow(Refused::notFound);
    }
}
