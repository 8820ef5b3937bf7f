@NullMarked
package app.lienzo.acme.web;

import org.jspecify.annotations.NullMarked;
