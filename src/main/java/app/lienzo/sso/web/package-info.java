/// The way to the provider and back, and the Owner's settings screen.
@NullMarked
package app.lienzo.sso.web;

import org.jspecify.annotations.NullMarked;
