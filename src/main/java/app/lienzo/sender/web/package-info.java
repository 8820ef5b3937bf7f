/// The page about the sender.
@NullMarked
package app.lienzo.sender.web;

import org.jspecify.annotations.NullMarked;
