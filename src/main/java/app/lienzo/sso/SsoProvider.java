package app.lienzo.sso;

/// An organization's provider with all that is needed to speak to it.
///
/// @param secretInBody how the provider wants the secret
/// @param namesItself whether each of its answers says who answers (RFC 9207)
/// @param stateSecret encrypts what a browser carries to the provider and back: another one for each
///     organization and each change of its settings
public record SsoProvider(
        SsoSettings settings, String secret, boolean secretInBody, boolean namesItself, String stateSecret) {
    /// Without the secrets: it may end up in a log.
    @Override
    public String toString() {
        return "provider " + settings.issuer();
    }
}
