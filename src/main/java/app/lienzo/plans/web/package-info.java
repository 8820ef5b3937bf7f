@NullMarked
package app.lienzo.plans.web;

import org.jspecify.annotations.NullMarked;
