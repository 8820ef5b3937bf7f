/// Certificates and private keys as they are kept and served. Nouns: certificate, key, chain. Surprise: which
/// one is shown is decided for each handshake by the name that is asked for, from memory.
@NullMarked
package app.lienzo.certificates;

import org.jspecify.annotations.NullMarked;
