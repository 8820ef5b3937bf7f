package app.lienzo.sender;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A key that mails of a domain are signed with.
///
/// @param publicKey base64
/// @param activeAt since when mails are signed with it
/// @param retireAt when its record may go
public record SenderKey(
        UUID id,
        String domain,
        String selector,
        KeyState state,
        String publicKey,
        Instant createdAt,
        @Nullable Instant activeAt,
        @Nullable Instant retireAt) {

    /// Name of the record in DNS.
    public String record() {
        return selector + "._domainkey." + domain;
    }

    public String value() {
        return "v=DKIM1; k=rsa; p=" + publicKey;
    }
}
