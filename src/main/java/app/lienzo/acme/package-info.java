/// Orders of certificates from certificate authorities (RFC 8555). Nouns: order, challenge, account,
/// authority. Surprise: nothing is ever ordered by a handshake or a request.
@NullMarked
package app.lienzo.acme;

import org.jspecify.annotations.NullMarked;
