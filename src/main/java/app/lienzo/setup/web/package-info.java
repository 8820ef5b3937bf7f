/// The page with the list.
@NullMarked
package app.lienzo.setup.web;

import org.jspecify.annotations.NullMarked;
