/// Contacts and companies from files and directories, and out to files. Nouns: import, row, target, reject. Fires and
/// hears no events. Surprise: a rehearsal does all of the work and rolls it back, so it finds what the run will find.
@NullMarked
package app.lienzo.imports;

import org.jspecify.annotations.NullMarked;
