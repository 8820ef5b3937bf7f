package app.lienzo.portalaccess.web;

import app.lienzo.portalaccess.NewPortalSession;
import app.lienzo.portalaccess.PortalSessionService;
import app.lienzo.portalaccess.PortalSite;
import app.lienzo.ui.Pages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The last step of every way in: what the browser had open at this portal ends, the new session begins.
@ApplicationScoped
class PortalEntrance {
    /// Where a password that somebody else gave is replaced on the way in.
    static final String REPLACE = "/sign-in/new-password";

    private final PortalSessionService sessions;
    private final Clock clock;

    PortalEntrance(PortalSessionService sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /// @param cookie as it came
    /// @param opening makes the session
    Response.ResponseBuilder enter(
            PortalSite site, @Nullable String cookie, @Nullable String next, Supplier<NewPortalSession> opening) {
        var session = opening.get();
        sessions.leave(PortalCookie.tokens(cookie), site.space().id());
        var path = next(site, next);
        var onTheWay = site.path() + REPLACE;
        return Pages.leadingTo(session.pending() ? Pages.onTheWay(onTheWay, path) : path)
                .cookie(PortalCookie.with(cookie, session, clock.instant()));
    }

    /// A page of this portal that somebody asked to be led to, or his tickets.
    static String next(PortalSite site, @Nullable String wanted) {
        var path = Pages.localPath(wanted);
        // Browsers go up at an encoded ".." as at a plain one.
        boolean up = path.toLowerCase(Locale.ROOT).replace("%2e", ".").contains("..");
        return path.startsWith(site.path() + "/") && !up ? path : site.path() + "/tickets";
    }
}
