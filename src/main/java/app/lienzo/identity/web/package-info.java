/// Sign-in page, session and token checks, "where am I signed in", what each role may do.
@NullMarked
package app.lienzo.identity.web;

import org.jspecify.annotations.NullMarked;
