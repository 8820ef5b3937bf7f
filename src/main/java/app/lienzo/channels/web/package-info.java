/// The channels screen, the widget's script and what it talks to.
@NullMarked
package app.lienzo.channels.web;

import org.jspecify.annotations.NullMarked;
