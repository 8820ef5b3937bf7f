/// The append-only trail: who did what to what, when and from where. Nouns: entry, actor. Fires and
/// hears no events. Surprise: the serving role has no right to change or remove an entry.
@NullMarked
package app.lienzo.audit;

import org.jspecify.annotations.NullMarked;
