package app.lienzo.portalaccess;

import app.lienzo.contacts.AccessCondition;
import app.lienzo.contacts.ContactAccess;
import jakarta.enterprise.context.ApplicationScoped;

/// Tells contacts apart by their access, for the team's lists.
@ApplicationScoped
class PortalAccessCondition implements AccessCondition {
    private static final String INVITED = "a.invited_at is not null";
    private static final String PASSWORD = "a.password_hash is not null";
    private static final String ANY = "(" + PASSWORD + " or " + INVITED + ")";
    private static final String WELCOME = "c.blocked_at is null and ";

    @Override
    public String of(ContactAccess access) {
        return switch (access) {
            case NONE -> "not " + has(ANY);
            case INVITED -> WELCOME + has("a.password_hash is null and " + INVITED);
            case TEMPORARY -> WELCOME + has(PASSWORD + " and a.temporary");
            case ACTIVE -> WELCOME + has(PASSWORD + " and not a.temporary");
            case BLOCKED -> "c.blocked_at is not null and " + has(ANY);
        };
    }

    private static String has(String what) {
        return "exists (select from lienzo.portal_access a where a.tenant_id = c.tenant_id and a.contact_id = c.id and "
                + what + ")";
    }
}
