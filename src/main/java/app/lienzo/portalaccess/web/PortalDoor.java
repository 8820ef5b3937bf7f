package app.lienzo.portalaccess.web;

import app.lienzo.portalaccess.CurrentContact;
import app.lienzo.portalaccess.PortalPaths;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.Site;
import app.lienzo.ui.GuestDoor;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What lies below `/portal/`, and the whole of a host that shows a portal, belongs to contacts.
@ApplicationScoped
class PortalDoor implements GuestDoor {
    private static final String PREFIX = "/portal/";

    private final Scope scope;
    private final CurrentContact current;

    PortalDoor(Scope scope, CurrentContact current) {
        this.scope = scope;
        this.current = current;
    }

    @Override
    public boolean owns(String path) {
        return path.startsWith(PREFIX) || scope.site().orElse(null) instanceof Site.Portal;
    }

    @Override
    public Optional<String> session() {
        return current.find().map(me -> me.session().toString());
    }

    @Override
    public String signIn(String path, String next) {
        return slug(path)
                .map(slug -> PREFIX + slug + PortalPaths.SIGN_IN + "?next="
                        + URLEncoder.encode(next, StandardCharsets.UTF_8))
                .orElse("/");
    }

    /// The name of the space in a path of its portal.
    static Optional<String> slug(String path) {
        if (!path.startsWith(PREFIX)) return Optional.empty();
        int end = path.indexOf('/', PREFIX.length());
        var slug = path.substring(PREFIX.length(), end < 0 ? path.length() : end);
        return slug.matches("[a-z0-9-]{1,63}") ? Optional.of(slug) : Optional.empty();
    }
}
