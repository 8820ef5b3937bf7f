/// The agents' console: pages, fragments for htmx and a stream that says what to look at again, never what was said.
@NullMarked
package app.lienzo.conversations.web;

import org.jspecify.annotations.NullMarked;
