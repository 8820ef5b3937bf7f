package app.lienzo.portalaccess;

import app.lienzo.spaces.SpaceView;
import app.lienzo.tenancy.Vocabulary;

/// The portal of a space as a page needs it.
///
/// @param vocabulary what customers are called here (SO-2)
/// @param home where it begins: `/` on a host that shows nothing else
public record PortalSite(SpaceView space, Vocabulary vocabulary, String home) {
    static final String PREFIX = "/portal/";

    /// What all its pages begin with, the same on every host.
    public String path() {
        return path(space.slug());
    }

    /// A page of it.
    ///
    /// @param page begins with a slash
    public String at(String page) {
        return path() + page;
    }

    static String path(String slug) {
        return PREFIX + slug;
    }
}
