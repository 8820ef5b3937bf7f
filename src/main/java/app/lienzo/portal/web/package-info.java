/// Pages of the portal.
@NullMarked
package app.lienzo.portal.web;

import org.jspecify.annotations.NullMarked;
