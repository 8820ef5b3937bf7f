/// The sample organizations as a visitor meets them: a shop that is not ours, with the widget in it.
@NullMarked
package app.lienzo.samples.web;

import org.jspecify.annotations.NullMarked;
