package app.lienzo.identity;

/// What a member is to the organization as a whole (BY-6).
public enum OrganizationRole {
    /// Everything, also deletion.
    OWNER,
    /// People, their spaces and levels; no other setting.
    USER_ADMIN,
    /// No organization settings at all.
    MEMBER
}
