/// The frame around all pages. Here: *assets*, everything a browser loads beside the brand, under
/// addresses that change with their contents. Surprise: the kit underneath arrives renamed and without
/// its colours, because a white-label page must not tell what it is made of.
@NullMarked
package app.lienzo.shell;

import org.jspecify.annotations.NullMarked;
