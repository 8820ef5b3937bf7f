/// Contacts who sign in to the portal of their space: activation, passwords, sessions, and whether a portal is open.
/// Nouns: access, activation, session of a contact, portal site. Observes what `contacts` tells of people who are
/// added, moved, blocked and removed; tells through `Signals` whose access changed ([PortalAccessService#CHANGED]).
/// Surprise: nothing about a session is kept in memory: whoever is blocked or removed is nobody with his next request.
@NullMarked
package app.lienzo.portalaccess;

import org.jspecify.annotations.NullMarked;
