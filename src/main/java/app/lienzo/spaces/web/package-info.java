/// The screens of spaces, and spaces for programs.
@NullMarked
package app.lienzo.spaces.web;

import org.jspecify.annotations.NullMarked;
