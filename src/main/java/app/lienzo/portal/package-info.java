/// A space's own site for its customers: its front page with the ways to get help, and behind the sign-in their
/// tickets, their profile and what they still lack to be helped. Nouns: portal, front page, standing of a customer.
/// Declares the port [PortalChat]; fires no events, ends open streams when `portalaccess` tells that somebody's access
/// changed, and writes to who asked for a ticket when the team answered it.
/// Surprise: what a customer may see of tickets is decided by `tickets`; nothing here asks who sees what.
@NullMarked
package app.lienzo.portal;

import org.jspecify.annotations.NullMarked;
