/// The organization's people as those see them who look after them: the list, invitations, levels, roles in
/// spaces, leaving, and what each may do and why. Nouns: person, invitation, post (a role in a space),
/// answer. Accounts themselves are `identity`'s. Declares the port [OpenWork]; fires and hears
/// no events.
/// Surprise: an invitation is an account without a password; withdrawing it removes the account.
@NullMarked
package app.lienzo.people;

import org.jspecify.annotations.NullMarked;
