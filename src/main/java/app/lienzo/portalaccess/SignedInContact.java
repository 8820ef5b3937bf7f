package app.lienzo.portalaccess;

import app.lienzo.audit.Actor;
import java.security.Principal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The contact behind a request to a portal: who he is in this space, and in no other.
///
/// @param name empty when nobody said it
/// @param email his first address
/// @param language two letters; null for the browser's
/// @param timeZone an IANA zone; null for the browser's
/// @param session keys the form tokens
public record SignedInContact(
        UUID contact,
        UUID space,
        String name,
        String email,
        @Nullable String language,
        @Nullable String timeZone,
        UUID session)
        implements Principal {

    @Override
    public String getName() {
        return shownName();
    }

    /// How he is addressed: by name, or by his address.
    public String shownName() {
        return name.isEmpty() ? email : name;
    }

    public Actor actor() {
        return new Actor(null, shownName(), null);
    }
}
