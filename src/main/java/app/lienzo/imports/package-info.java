/// Contacts and companies from files and directories, and out to files. Nouns: import, row, reject.
@NullMarked
package app.lienzo.imports;

import org.jspecify.annotations.NullMarked;
