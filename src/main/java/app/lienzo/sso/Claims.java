package app.lienzo.sso;

import org.jspecify.annotations.Nullable;

/// What the provider says of a person, in a token whose signature, issuer, audience, nonce and times have
/// been verified.
///
/// @param subject never given to anybody else by the same issuer
/// @param emailVerified whether the provider says that the address is the person's
public record Claims(
        String issuer,
        String subject,
        @Nullable String userName,
        @Nullable String name,
        @Nullable String email,
        boolean emailVerified) {}
