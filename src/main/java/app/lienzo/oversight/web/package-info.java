/// The audit trail's screen, export and API.
@NullMarked
package app.lienzo.oversight.web;

import org.jspecify.annotations.NullMarked;
