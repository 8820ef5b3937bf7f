/// The product as people use it: real browsers, a web site that is not ours, both tenants.
@NullMarked
package app.lienzo.story;

import org.jspecify.annotations.NullMarked;
