/// Contacts: a customer's person in a space. Nouns: contact, file (all that is known of him), membership (a
/// company he belongs to). Fires [ContactAdded], [ContactEmailsChanged], [ContactMembershipsChanged],
/// [ContactBlocked], [ContactRemoved] and [ContactForgotten]; hears that companies are removed. Asks
/// the port [AccessCondition] who of them has access to the portal.
///
/// Surprise: an address that a visitor says is his is kept as *said* and opens nothing; one of his file
/// belongs to him alone in his space. Who turned out to be another contact stays as a row without data,
/// because the browsers and conversations that know him by it must not get to see the other one's.
@NullMarked
package app.lienzo.contacts;

import org.jspecify.annotations.NullMarked;
