/// The console, and conversations for programs.
@NullMarked
package app.lienzo.conversations.web;

import org.jspecify.annotations.NullMarked;
