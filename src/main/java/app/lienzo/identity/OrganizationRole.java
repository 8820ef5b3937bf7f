package app.lienzo.identity;

import java.util.List;

/// What a member is to the organization as a whole (BY-6), the highest first.
public enum OrganizationRole {
    /// Everything, also deletion.
    OWNER,
    /// People, their spaces and levels; no other setting.
    USER_ADMIN,
    /// No organization settings at all.
    MEMBER,
    /// Staff of the platform: there it is the only one, and nowhere else is there one.
    OPERATOR;

    /// Those that there are where this one is, the highest first.
    public List<OrganizationRole> peers() {
        return this == OPERATOR ? List.of(OPERATOR) : List.of(OWNER, USER_ADMIN, MEMBER);
    }

    /// Whether it stands at least as high as the other: nobody changes, makes or becomes what stands above
    /// him. Operators and the levels of an organization do not reach each other.
    public boolean reaches(OrganizationRole other) {
        return (this == OPERATOR) == (other == OPERATOR) && compareTo(other) <= 0;
    }

    /// Whether an organization cannot be without one.
    boolean last() {
        return this == OWNER || this == OPERATOR;
    }
}
