/// A customer's firm: what it is called, by which domains its people are known, how it stands. Nouns: company, domain,
/// standing. Fires that a company was removed, restored or has another support plan; hears no events. Surprise: a
/// company that was taken away keeps its row, for tickets that name it and for bringing it back.
@NullMarked
package app.lienzo.companies;

import org.jspecify.annotations.NullMarked;
