package app.lienzo.contacts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A contact as the team sees him in a line. All that is known of him is in [ContactFile].
///
/// @param name empty when he has not said it
/// @param email his first address, or what he said it was; empty for none
/// @param saidEmail what he says his address is and nobody checked: it opens nothing; null for none
/// @param phone his first number, E.164; null for none
/// @param externalId who he is in the system of whoever embeds the channel
/// @param verified whether that was signed
/// @param company his default one; null for "Unassigned"
/// @param seenAt when he was last here; null for never
/// @param blockedAt since when nothing is taken from him; null for who is not blocked
/// @param version rises with every change of his file
public record ContactView(
        UUID id,
        UUID space,
        String name,
        String email,
        @Nullable String saidEmail,
        @Nullable String phone,
        String title,
        @Nullable String externalId,
        boolean verified,
        @Nullable String language,
        @Nullable String timeZone,
        List<String> tags,
        ContactSource source,
        @Nullable UUID company,
        @Nullable String companyName,
        Instant createdAt,
        @Nullable Instant seenAt,
        @Nullable Instant blockedAt,
        int version) {

    public boolean blocked() {
        return blockedAt != null;
    }

    /// How he is called where only one thing fits: his name, or an address or number; empty for a visitor of
    /// whom nothing is known.
    public String called() {
        if (!name.isEmpty()) return name;
        if (!email.isEmpty()) return email;
        return phone == null ? "" : phone;
    }
}
