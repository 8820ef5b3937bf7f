@NullMarked
package app.lienzo.companies.web;

import org.jspecify.annotations.NullMarked;
