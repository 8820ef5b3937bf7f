package app.lienzo.tenancy;

import org.jspecify.annotations.Nullable;

/// What a host name serves.
public sealed interface Site {
    String host();

    /// The platform's own host: programme page and operator console.
    record Platform(String host) implements Site {}

    /// An organization's host: console, portal, API, widget, everything.
    record App(String host, OrganizationView organization) implements Site {}

    /// The organization of this site, or nothing on the platform's host.
    default @Nullable OrganizationView organizationOrNull() {
        return this instanceof App app ? app.organization() : null;
    }
}
