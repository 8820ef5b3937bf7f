/// The pages of response times and the API of clocks.
@NullMarked
package app.lienzo.sla.web;

import org.jspecify.annotations.NullMarked;
