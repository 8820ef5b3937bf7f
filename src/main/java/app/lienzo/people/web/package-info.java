/// People as those see them who look after them, and one's own data.
@NullMarked
package app.lienzo.people.web;

import org.jspecify.annotations.NullMarked;
