@NullMarked
package app.lienzo.imports.web;

import org.jspecify.annotations.NullMarked;
