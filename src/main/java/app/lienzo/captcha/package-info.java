/// A proof of work that forms of strangers ask for instead of a puzzle. Nouns: challenge, proof. Fires and hears no
/// events. Surprise: the library that checks proofs accepts the same one again and again, so those that were
/// used are remembered here until they expire.
@NullMarked
package app.lienzo.captcha;

import org.jspecify.annotations.NullMarked;
