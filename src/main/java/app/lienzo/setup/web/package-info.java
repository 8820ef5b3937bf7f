/// The check list's page, its menu entry and the way to it.
@NullMarked
package app.lienzo.setup.web;

import org.jspecify.annotations.NullMarked;
