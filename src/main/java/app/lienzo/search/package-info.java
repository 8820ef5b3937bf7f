/// Finding tickets, conversations, contacts and companies by words (docs/adr/0024). Nouns: document, hit. Fires and
/// hears no
/// events: what changed is told by triggers and, for conversations, by the event log, and indexed a moment later.
/// Surprise: the index grants nothing. Every hit is looked at once more, under row security, before it is shown.
@NullMarked
package app.lienzo.search;

import org.jspecify.annotations.NullMarked;
