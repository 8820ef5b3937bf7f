/// Questions to the domain name system, bounded in number and time. Nouns: question, answer, fault. Fires and
/// hears nothing. Surprise: "could not ask" is an answer of its own and never means "is not there".
@NullMarked
package app.lienzo.dns;

import org.jspecify.annotations.NullMarked;
