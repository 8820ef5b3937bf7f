/// People: accounts, sign-in, sessions, API tokens, organization roles and the one permission table.
/// Nouns: member, session, permission. Fires `AccessChanged`-style hints through `Signals`. Surprise:
/// roles in spaces come through the port [SpaceRoles], because spaces lie above.
@NullMarked
package app.lienzo.identity;

import org.jspecify.annotations.NullMarked;
