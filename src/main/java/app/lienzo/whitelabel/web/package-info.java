/// Form, preview and history of the brand.
@NullMarked
package app.lienzo.whitelabel.web;

import org.jspecify.annotations.NullMarked;
