package app.lienzo.channels;

import app.lienzo.kernel.Refused;
import app.lienzo.kernel.Secrets;
import java.nio.charset.StandardCharsets;

/// Who a visitor is in the system of whoever embeds the chat.
///
/// @param hash hex of HMAC-SHA256 over `id` with the channel's identity secret, made on their server
public record SignedIdentity(String id, String name, String email, String hash) {
    /// @throws Refused `identity-unsigned`: a name that anybody could claim is no name
    SignedIdentity checked(String secret) {
        var expected = Secrets.hex(Secrets.hmac(secret.getBytes(StandardCharsets.UTF_8), id));
        if (id.isBlank() || id.length() > 200 || !Secrets.same(expected, hash))
            throw Refused.forbidden("identity-unsigned");
        return this;
    }
}
