/// The page of what an organization is called and how it speaks.
@NullMarked
package app.lienzo.general.web;

import org.jspecify.annotations.NullMarked;
