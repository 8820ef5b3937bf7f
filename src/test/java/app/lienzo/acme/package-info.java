@NullMarked
package app.lienzo.acme;

import org.jspecify.annotations.NullMarked;
