/// The organization's page about its request, and the operators' queue.
@NullMarked
package app.lienzo.optout.web;

import org.jspecify.annotations.NullMarked;
