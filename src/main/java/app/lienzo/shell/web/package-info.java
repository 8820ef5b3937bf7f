/// Serves the assets and hides what the class path would serve by itself.
@NullMarked
package app.lienzo.shell.web;

import org.jspecify.annotations.NullMarked;
