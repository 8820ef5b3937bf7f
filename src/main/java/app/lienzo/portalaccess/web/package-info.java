/// Sign-in pages of portals, the look at the session cookie of contacts, and what the team does with a contact's
/// access.
@NullMarked
package app.lienzo.portalaccess.web;

import org.jspecify.annotations.NullMarked;
