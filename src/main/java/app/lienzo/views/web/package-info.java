@NullMarked
package app.lienzo.views.web;

import org.jspecify.annotations.NullMarked;
