/// The brand editor. Nouns: draft, version, preview.
@NullMarked
package app.lienzo.whitelabel;

import org.jspecify.annotations.NullMarked;
