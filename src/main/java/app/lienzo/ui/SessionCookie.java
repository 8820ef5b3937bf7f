package app.lienzo.ui;

import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;

/// The cookie that carries a session: for this host alone, unreadable for scripts, not sent along by
/// other sites' forms.
public final class SessionCookie {
    public static final String NAME = "__Host-session";

    private SessionCookie() {}

    public static NewCookie carrying(String token, Duration lifetime) {
        return named(NAME, token, (int) lifetime.toSeconds());
    }

    public static NewCookie gone() {
        return named(NAME, "", 0);
    }

    /// Another cookie of the same safe kind: `__Host-`, and never readable for scripts.
    ///
    /// @param seconds until it is forgotten; 0 to have it forgotten at once
    public static NewCookie named(String name, String value, int seconds) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .secure(true)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .maxAge(seconds)
                .build();
    }
}
