package app.lienzo.world;

import app.lienzo.identity.MemberView;
import app.lienzo.identity.SignedIn;
import app.lienzo.identity.Theme;
import app.lienzo.identity.TokenReach;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// A member who stands before a service as if he had just signed in, for what no page can be asked for.
public final class Presence {
    private Presence() {}

    /// Of a member without a space.
    public static SignedIn of(String organization, MemberView member) {
        return new SignedIn(
                organization,
                member.id(),
                member.userName(),
                member.name(),
                member.email(),
                member.role(),
                null,
                Theme.AUTO,
                false,
                Set.of(),
                null,
                null,
                TokenReach.WHOLE,
                UUID.randomUUID(),
                true,
                Map.of());
    }
}
