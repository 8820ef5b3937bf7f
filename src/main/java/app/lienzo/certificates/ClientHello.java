package app.lienzo.certificates;

import java.util.List;
import java.util.regex.Pattern;

/// What a client says before anything is encrypted, as far as the choice of a certificate needs it.
///
/// @param name the host it asks for in lower case; empty when it names none
/// @param protocols what it wants to speak over the connection (ALPN), in its order
record ClientHello(String name, List<String> protocols) {
    /// What nobody but an authority speaks, and only to see a proof (RFC 8737).
    static final String CHALLENGE = "acme-tls/1";

    private static final Pattern ADDRESS = Pattern.compile("[0-9.]*|.*:.*");

    /// An address is no name, though some clients send one.
    boolean unnamed() {
        return ADDRESS.matcher(name).matches();
    }

    boolean asksForProof() {
        return protocols.equals(List.of(CHALLENGE));
    }
}
