/// The operators' side: organizations founded, looked through, suspended, resumed and looked at.
/// Nouns: organization, founding, journal. Fires `tenancy`'s `OrganizationSuspended`; hears no
/// events. Surprise: whatever is done to an organization is done in **its** scope, in one
/// transaction that also writes into the platform's trail.
@NullMarked
package app.lienzo.operators;

import org.jspecify.annotations.NullMarked;
