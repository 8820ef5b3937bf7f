/// The edge of the toolkit: what the domain refuses becomes a page or a problem document here, once.
@NullMarked
package app.lienzo.ui.web;

import org.jspecify.annotations.NullMarked;
