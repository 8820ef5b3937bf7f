/// What happens, in order, to whoever follows: an ever-growing log per organization (a row in the same
/// transaction as the change), one reader per replica and organization, streams that resume where they
/// broke off. Surprise: the order is `(xid, id)` and readers stay below the snapshot's xmin, because
/// ids do not commit in order.
@NullMarked
package app.lienzo.live;

import org.jspecify.annotations.NullMarked;
