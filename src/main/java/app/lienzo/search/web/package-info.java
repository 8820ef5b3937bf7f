@NullMarked
package app.lienzo.search.web;

import org.jspecify.annotations.NullMarked;
