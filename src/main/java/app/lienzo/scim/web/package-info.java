/// SCIM over HTTP, and the screen where its tokens are made.
@NullMarked
package app.lienzo.scim.web;

import org.jspecify.annotations.NullMarked;
