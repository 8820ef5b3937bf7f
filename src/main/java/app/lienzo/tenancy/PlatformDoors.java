package app.lienzo.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Which addresses there are at the host at hand. The platform's own opens what its operators and whoever
/// wants to become a partner need, of everything else nothing; organizations' hosts open everything but that.
@ApplicationScoped
public class PlatformDoors {
    /// Only there, with everything below.
    private static final List<String> OWN = List.of("/operator", "/partners", "/mailing", "/api/v1/operator");

    /// There too, with everything below.
    private static final List<String> COMMON = List.of(
            "/language",
            "/sign-in",
            "/sign-out",
            "/forgot",
            "/set-password",
            "/password-strength",
            "/confirm-email",
            "/profile",
            "/avatars",
            "/organization/people",
            "/organization/security",
            "/organization/audit",
            "/organization/white-label",
            "/organization/mail",
            "/organization/calendars",
            "/organization/general",
            "/api/v1/sessions",
            "/api/v1/audit",
            "/api/docs",
            "/api/openapi.json",
            "/assets",
            "/brand",
            "/favicon.ico",
            "/manifest.webmanifest",
            "/robots.txt",
            "/dev",
            "/sample-shop",
            "/q");

    private final Scope scope;

    PlatformDoors(Scope scope) {
        this.scope = scope;
    }

    /// Whether the host of the request at hand has this address at all.
    ///
    /// @param path normalised, without what follows a question mark
    public boolean open(String path) {
        boolean own = OWN.stream().anyMatch(door -> behind(door, path));
        if (!scope.find().map(OrganizationView::platform).orElse(false)) return !own;
        return own || path.equals("/") || COMMON.stream().anyMatch(door -> behind(door, path));
    }

    private static boolean behind(String door, String path) {
        return path.equals(door) || path.startsWith(door + "/");
    }
}
