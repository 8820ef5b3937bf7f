package app.lienzo.conversations;

import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;

/// Who may see a conversation: whoever works in its space, and while it is in progress only its holder
/// and those who oversee the space. The one place that says so; every query of the console, the search
/// and the API goes through it.
final class Visibility {
    /// For a `where`, over `lienzo.conversation c`; takes the [#parameters].
    static final String CONDITION =
            "c.space_id = any(?) and (c.state <> 'IN_PROGRESS' or c.holder_id = ? or c.space_id = any(?))";

    private Visibility() {}

    static Object[] parameters(SignedIn me) {
        return new Object[] {
            me.spacesWith(Permission.CONVERSATIONS_WORK), me.member(), me.spacesWith(Permission.CONVERSATIONS_OVERSEE)
        };
    }
}
