/// Lienzo, a white-label customer-support platform. `docs/architecture.md` is the way in.
@NullMarked
package app.lienzo;

import org.jspecify.annotations.NullMarked;
