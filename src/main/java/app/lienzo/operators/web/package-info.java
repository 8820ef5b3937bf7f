/// The operators' pages and their API, on the platform's host only.
@NullMarked
package app.lienzo.operators.web;

import org.jspecify.annotations.NullMarked;
