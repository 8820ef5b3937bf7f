/// The page of findings.
@NullMarked
package app.lienzo.leaks.web;

import org.jspecify.annotations.NullMarked;
