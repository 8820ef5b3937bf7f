/// Contacts who sign in to a portal: activation, passwords, sessions. Nouns: access, activation, session of a contact.
@NullMarked
package app.lienzo.portalaccess;

import org.jspecify.annotations.NullMarked;
