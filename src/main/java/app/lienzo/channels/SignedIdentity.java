package app.lienzo.channels;

import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import app.lienzo.kernel.Secrets;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Who a visitor is in the system of whoever embeds the chat.
///
/// @param id as they write it: no invisible characters, no blanks at its ends, so that no two ids become one contact
/// @param hash hex of HMAC-SHA256 over `id` with the channel's identity secret, made on their server
@JsonIgnoreProperties(ignoreUnknown = true)
public record SignedIdentity(String id, String name, String email, String hash) {
    private static final int ID_MAX = 200;

    /// A stranger's JSON may leave out any of them.
    public SignedIdentity(@Nullable String id, @Nullable String name, @Nullable String email, @Nullable String hash) {
        this.id = text(id);
        this.name = text(name);
        this.email = text(email);
        this.hash = text(hash);
    }

    /// Whether it claims no id and brings no signature: a name or an address that somebody says is his.
    boolean onlySaid() {
        return id.isEmpty() && hash.isEmpty() && !(name.isBlank() && email.isBlank());
    }

    /// @throws Refused `identity-unsigned`: a name that anybody could claim is no name
    SignedIdentity checked(String secret) {
        var expected = Secrets.hex(Secrets.hmac(secret.getBytes(StandardCharsets.UTF_8), id));
        boolean clean = !id.isEmpty() && id.equals(SafeText.line(id, ID_MAX));
        if (!clean || !Secrets.same(expected, hash)) throw Refused.forbidden("identity-unsigned");
        return this;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
