/// What every floor may lean on: ids, the clock, refusals, safe text, secrets. Knows no HTTP and no
/// database.
@NullMarked
package app.lienzo.kernel;

import org.jspecify.annotations.NullMarked;
