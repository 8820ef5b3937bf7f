/// The pages of calendars and their API.
@NullMarked
package app.lienzo.calendars.web;

import org.jspecify.annotations.NullMarked;
