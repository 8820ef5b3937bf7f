/// A customer's firm. Nouns: company, domain. Fires and hears no events yet.
@NullMarked
package app.lienzo.companies;

import org.jspecify.annotations.NullMarked;
