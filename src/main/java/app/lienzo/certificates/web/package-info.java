@NullMarked
package app.lienzo.certificates.web;

import org.jspecify.annotations.NullMarked;
