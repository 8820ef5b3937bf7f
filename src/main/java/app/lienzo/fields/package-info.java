/// Custom fields, defined per space for contacts, companies and tickets; the values lie with their owner as JSON.
/// Nouns: field, subject, kind. Fires and hears no events.
@NullMarked
package app.lienzo.fields;

import org.jspecify.annotations.NullMarked;
