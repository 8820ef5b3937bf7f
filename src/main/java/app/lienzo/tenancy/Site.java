package app.lienzo.tenancy;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a host name serves.
public sealed interface Site {
    String host();

    /// The platform's own host: programme page and operator console.
    record Platform(String host, OrganizationView organization) implements Site {}

    /// An organization's host: console, portal, API, widget, everything.
    ///
    /// @param elsewhere the host where the organization would rather see people who open pages here
    record App(
            String host,
            OrganizationView organization,
            @Nullable String elsewhere) implements Site {}

    /// A host of an organization that shows its customers the portal of one space.
    record Portal(String host, OrganizationView organization, UUID space) implements Site {}

    /// A host that an organization has proved to be its own and that has no certificate yet: nothing of its own is
    /// served there, and whoever comes is told so.
    record Coming(String host, OrganizationView organization) implements Site {}

    /// A host of an organization that an operator closed: people are told so, and what customers write is kept.
    record Suspended(String host, OrganizationView organization) implements Site {}

    /// Whose site it is: a tenant's, or the platform itself.
    OrganizationView organization();
}
