/// A space's own site for its customers. Noun: front page.
@NullMarked
package app.lienzo.portal;

import org.jspecify.annotations.NullMarked;
