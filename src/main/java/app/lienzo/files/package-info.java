/// Attachments and pictures: what is let in, how it is kept and how it is given out. Nouns: *file*
/// (bytes under a UUID with a name for people), *preview* (a small re-encoded picture without meta
/// data), *file response* (headers and bytes that are safe for any browser). No events. Surprise: a
/// file's type is what its bytes say; its name is only ever text.
@NullMarked
package app.lienzo.files;

import org.jspecify.annotations.NullMarked;
