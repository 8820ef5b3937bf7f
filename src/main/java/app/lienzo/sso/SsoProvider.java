package app.lienzo.sso;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// An organization's provider with all that is needed to speak to it.
///
/// @param secretInBody how the provider wants the secret
/// @param namesItself whether each of its answers says who answers (RFC 9207)
/// @param stateSecret encrypts what a browser carries to the provider and back: another one for each
///     organization and each change of its settings
public record SsoProvider(
        SsoSettings settings, String secret, boolean secretInBody, boolean namesItself, String stateSecret) {
    /// The secret as the provider is to get it from a client that writes it as it is.
    public String secretToSend() {
        return secretInBody ? secret : basic(secret);
    }

    /// For Basic authentication a secret is form-encoded first (RFC 6749, section 2.3.1); the tilde that
    /// Entra likes needs none, and not everybody reads it encoded.
    static String basic(String secret) {
        return URLEncoder.encode(secret, StandardCharsets.UTF_8).replace("%7E", "~");
    }

    /// Without the secrets: it may end up in a log.
    @Override
    public String toString() {
        return "provider " + settings.issuer();
    }
}
