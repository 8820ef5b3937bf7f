/// Host names of their own that organizations bring. Nouns: domain, claim, proof. Surprise: ownership, DNS and
/// certificate are three tracks; whether a name is served follows from them.
@NullMarked
package app.lienzo.domains;

import org.jspecify.annotations.NullMarked;
