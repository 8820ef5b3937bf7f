/// What browsers load of a brand: stylesheet, logos, icons, manifest. Open to everybody, as the sign-in
/// page needs it.
@NullMarked
package app.lienzo.branding.web;

import org.jspecify.annotations.NullMarked;
