/// Custom fields, defined per space for contacts, companies and tickets; the values lie with their owner as JSON.
/// Nouns: field, subject, kind. Fires and hears no events. Surprise: a field that is taken away leaves its values
/// where they are, and nobody else gets its key.
@NullMarked
package app.lienzo.fields;

import org.jspecify.annotations.NullMarked;
