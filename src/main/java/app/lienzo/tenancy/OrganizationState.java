package app.lienzo.tenancy;

/// Whether an organization's hosts are open to people.
public enum OrganizationState {
    ACTIVE,
    /// People see a neutral page; what their customers write is kept.
    SUSPENDED
}
