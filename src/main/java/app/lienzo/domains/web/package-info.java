/// The list of domains and the way through one.
@NullMarked
package app.lienzo.domains.web;

import org.jspecify.annotations.NullMarked;
