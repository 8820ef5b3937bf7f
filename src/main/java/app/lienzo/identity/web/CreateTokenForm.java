package app.lienzo.identity.web;

import app.lienzo.identity.Permission;
import app.lienzo.identity.TokenReach;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A token as somebody asks for it.
///
/// @param limited whether it reaches less far than its member
/// @param permissions the rows it is limited to
record CreateTokenForm(
        String name,
        boolean limited,
        List<String> permissions,
        boolean readOnly,
        TokenLifetime lifetime,
        @Nullable String lastDay) {
    static final CreateTokenForm EMPTY = new CreateTokenForm("", true, List.of(), false, TokenLifetime.QUARTER, null);

    TokenReach reach() {
        return new TokenReach(
                limited
                        ? Arrays.stream(Permission.values())
                                .filter(permission -> permissions.contains(permission.name()))
                                .collect(Collectors.toUnmodifiableSet())
                        : null,
                readOnly);
    }

    /// Whether a row is ticked; for the template.
    public boolean has(Permission permission) {
        return permissions.contains(permission.name());
    }
}
