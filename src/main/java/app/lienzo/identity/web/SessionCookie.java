package app.lienzo.identity.web;

import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;

/// The cookie that carries a session: for this host alone, unreadable for scripts, not sent along by
/// other sites' forms.
final class SessionCookie {
    static final String NAME = "__Host-session";

    private SessionCookie() {}

    static NewCookie carrying(String token, Duration lifetime) {
        return named(NAME, token, (int) lifetime.toSeconds());
    }

    static NewCookie gone() {
        return named(NAME, "", 0);
    }

    static NewCookie named(String name, String value, int seconds) {
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
