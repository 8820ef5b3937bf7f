@NullMarked
package app.lienzo.fields.web;

import org.jspecify.annotations.NullMarked;
