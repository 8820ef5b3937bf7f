package app.lienzo.portalaccess.web;

import app.lienzo.portalaccess.NewPortalSession;
import app.lienzo.portalaccess.PortalSessionService;
import app.lienzo.ui.SessionCookie;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The cookie of contacts. A host may show several portals, and somebody may be a contact in more than one space: the
/// cookie carries a token for each, and each counts for its own space only.
final class PortalCookie {
    static final String NAME = "__Host-portal";
    private static final String BETWEEN = ".";

    private PortalCookie() {}

    static List<String> tokens(@Nullable String cookie) {
        return cookie == null || cookie.isEmpty() ? List.of() : List.of(cookie.split("\\."));
    }

    /// @param before the cookie as it came
    static NewCookie with(@Nullable String before, NewPortalSession session, Instant now) {
        var kept = new ArrayList<>(tokens(before));
        kept.add(session.token());
        int more = Math.max(0, kept.size() - PortalSessionService.TOKENS_MAX);
        var value = String.join(BETWEEN, kept.subList(more, kept.size()));
        return SessionCookie.named(
                NAME, value, (int) Duration.between(now, session.endsAt()).toSeconds());
    }

    static NewCookie gone() {
        return SessionCookie.named(NAME, "", 0);
    }
}
