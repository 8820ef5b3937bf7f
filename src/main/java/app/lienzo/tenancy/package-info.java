/// Organizations and the ambient scope: from the Host header to a [Site], from there to every
/// transaction. Sets the tenant once, at the edge; everything above only reads it. Surprise: without a
/// scope there are no rows, on purpose.
@NullMarked
package app.lienzo.tenancy;

import org.jspecify.annotations.NullMarked;
