@NullMarked
package app.lienzo.recovery.web;

import org.jspecify.annotations.NullMarked;
