@NullMarked
package app.lienzo.secondfactor.web;

import org.jspecify.annotations.NullMarked;
