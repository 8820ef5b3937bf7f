package app.lienzo.identity;

import static app.lienzo.identity.OrganizationRole.MEMBER;
import static app.lienzo.identity.OrganizationRole.OPERATOR;
import static app.lienzo.identity.OrganizationRole.OWNER;
import static app.lienzo.identity.OrganizationRole.USER_ADMIN;
import static app.lienzo.identity.SpaceRole.AGENT;
import static app.lienzo.identity.SpaceRole.MANAGER;

import java.util.EnumSet;
import java.util.Set;

/// The one permission table: who may do what, by role. Checks, menus, API answers, tests and the page
/// "What each role may do" all come from here. Endpoints name a row by the constants of [Name].
public enum Permission {
    OWN_ACCOUNT(anyOf(OWNER, USER_ADMIN, MEMBER, OPERATOR), none()),
    ORGANIZATION_SETTINGS(anyOf(OWNER, OPERATOR), none()),
    AUDIT_SEE(anyOf(OWNER, OPERATOR), none()),
    MEMBERS_MANAGE(anyOf(OWNER, USER_ADMIN, OPERATOR), none()),
    SPACES_CREATE(anyOf(OWNER), none()),
    SPACE_SETTINGS(anyOf(OWNER), anyOf(MANAGER)),
    CHANNELS_SEE(anyOf(OWNER), anyOf(MANAGER, AGENT)),
    CHANNELS_MANAGE(anyOf(OWNER), anyOf(MANAGER)),
    CONVERSATIONS_WORK(anyOf(OWNER), anyOf(MANAGER, AGENT)),
    CONVERSATIONS_OVERSEE(anyOf(OWNER), anyOf(MANAGER)),
    CONTACTS_WORK(anyOf(OWNER), anyOf(MANAGER, AGENT)),
    CONTACTS_MANAGE(anyOf(OWNER), anyOf(MANAGER)),
    TICKETS_WORK(anyOf(OWNER), anyOf(MANAGER, AGENT)),
    TICKETS_MANAGE(anyOf(OWNER), anyOf(MANAGER)),
    OPERATE(anyOf(OPERATOR), none());

    private final Set<OrganizationRole> everywhere;
    private final Set<SpaceRole> inSpace;

    Permission(Set<OrganizationRole> everywhere, Set<SpaceRole> inSpace) {
        this.everywhere = everywhere;
        this.inSpace = inSpace;
    }

    /// Whether a role in the organization carries it, for the organization and all its spaces.
    public boolean grantedTo(OrganizationRole role) {
        return everywhere.contains(role);
    }

    /// Whether a role in a space carries it, for that space.
    public boolean grantedTo(SpaceRole role) {
        return inSpace.contains(role);
    }

    /// Whether anybody has it where this role is: the platform has no spaces, and nobody else operates it.
    public boolean concerns(OrganizationRole role) {
        return role.peers().stream().anyMatch(this::grantedTo);
    }

    /// Whether a role in a space may carry it, so that the answer depends on the space.
    public boolean ofSpaces() {
        return !inSpace.isEmpty();
    }

    @SafeVarargs
    private static <T extends Enum<T>> Set<T> anyOf(T first, T... rest) {
        return EnumSet.of(first, rest);
    }

    private static Set<SpaceRole> none() {
        return EnumSet.noneOf(SpaceRole.class);
    }

    /// The rows' names, for `@PermissionsAllowed`.
    public static final class Name {
        public static final String OWN_ACCOUNT = "OWN_ACCOUNT";
        public static final String ORGANIZATION_SETTINGS = "ORGANIZATION_SETTINGS";
        public static final String AUDIT_SEE = "AUDIT_SEE";
        public static final String MEMBERS_MANAGE = "MEMBERS_MANAGE";
        public static final String SPACES_CREATE = "SPACES_CREATE";
        public static final String SPACE_SETTINGS = "SPACE_SETTINGS";
        public static final String CHANNELS_SEE = "CHANNELS_SEE";
        public static final String CHANNELS_MANAGE = "CHANNELS_MANAGE";
        public static final String CONVERSATIONS_WORK = "CONVERSATIONS_WORK";
        public static final String CONVERSATIONS_OVERSEE = "CONVERSATIONS_OVERSEE";
        public static final String CONTACTS_WORK = "CONTACTS_WORK";
        public static final String CONTACTS_MANAGE = "CONTACTS_MANAGE";
        public static final String TICKETS_WORK = "TICKETS_WORK";
        public static final String TICKETS_MANAGE = "TICKETS_MANAGE";
        public static final String OPERATE = "OPERATE";

        private Name() {}
    }
}
