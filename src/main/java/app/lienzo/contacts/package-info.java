/// Contacts: a customer's person in a space, as far as a channel knows him. The rest of his file comes
/// with the ticketing core.
@NullMarked
package app.lienzo.contacts;

import org.jspecify.annotations.NullMarked;
