/// Host names of their own that organizations bring. Nouns: domain (an organization's claim to a name),
/// proof (a text in its zone), findings (what one look at the domain name system saw). Events in:
/// a certificate was installed. Ports: what `acme` asks before it orders. Surprise: ownership, DNS and
/// certificate are three tracks; whether a name is served follows from them, and only [SiteService] of
/// `tenancy` says so to the rest of the house.
@NullMarked
package app.lienzo.domains;

import org.jspecify.annotations.NullMarked;
