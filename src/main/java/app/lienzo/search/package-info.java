/// Finding tickets, conversations, contacts and companies by words, scoped by what the person may see. Nouns: hit.
@NullMarked
package app.lienzo.search;

import org.jspecify.annotations.NullMarked;
