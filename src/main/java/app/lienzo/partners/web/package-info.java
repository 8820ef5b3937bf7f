@NullMarked
package app.lienzo.partners.web;

import org.jspecify.annotations.NullMarked;
