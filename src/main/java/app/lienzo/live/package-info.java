/// What happens, in order, to whoever follows: an ever-growing log per organization (a row in the same
/// transaction as the change), one reader per replica and organization, streams that resume where they
/// broke off. Surprise: ids do not commit in order, so writers leave a mark (a lock that nobody waits for)
/// and readers go no further than the lowest mark that is there.
@NullMarked
package app.lienzo.live;

import org.jspecify.annotations.NullMarked;
