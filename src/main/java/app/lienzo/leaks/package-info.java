/// Looks for names and hosts of the platform, of what it is made of, or of another organization, in everything an
/// organization's host answers and in its mails (BY-1). Nouns: scan, finding, pardon (somebody said that a finding is
/// none). Fires and hears no events. Surprise: the scanner is a visitor of its own house. It asks over the loopback
/// interface, with `GET` and nothing else, under a pass that is no session; and what it finds of another
/// organization is never named to an Owner.
@NullMarked
package app.lienzo.leaks;

import org.jspecify.annotations.NullMarked;
