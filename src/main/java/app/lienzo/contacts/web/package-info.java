@NullMarked
package app.lienzo.contacts.web;

import org.jspecify.annotations.NullMarked;
