package app.lienzo.portalaccess;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A contact who may have access: neither blocked nor removed.
///
/// @param email his first address; empty for none
/// @param passwordHash null for none, or for a temporary one that is too old
/// @param temporary whether somebody else gave him the password
record PortalPerson(
        UUID contact,
        UUID space,
        String name,
        String email,
        @Nullable String language,
        @Nullable String timeZone,
        @Nullable String passwordHash,
        boolean temporary) {
    String shownName() {
        return name.isEmpty() ? email : name;
    }
}
