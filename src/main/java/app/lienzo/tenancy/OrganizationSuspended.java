package app.lienzo.tenancy;

/// An operator closed the hosts of the organization in scope: nobody stays signed in.
public record OrganizationSuspended() {}
