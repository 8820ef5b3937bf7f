/// The agents' console and the API of conversations. The console's stream says what to look at again,
/// never what was said: fragments are asked for with the rights of that moment.
@NullMarked
package app.lienzo.conversations.web;

import org.jspecify.annotations.NullMarked;
