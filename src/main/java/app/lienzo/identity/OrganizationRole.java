package app.lienzo.identity;

/// What a member is to the organization as a whole (BY-6), the highest first.
public enum OrganizationRole {
    /// Everything, also deletion.
    OWNER,
    /// People, their spaces and levels; no other setting.
    USER_ADMIN,
    /// No organization settings at all.
    MEMBER;

    /// Whether it stands at least as high as the other: nobody changes, makes or becomes what stands above
    /// him.
    public boolean reaches(OrganizationRole other) {
        return compareTo(other) <= 0;
    }
}
