package app.lienzo.recovery;

import app.lienzo.identity.MemberView;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A link that may still be used.
///
/// @param address the e-mail address to be confirmed; null for a link that sets a password
public record LinkView(
        UUID id,
        LinkPurpose purpose,
        MemberView member,
        @Nullable String address) {}
