package app.lienzo.contacts.web;

import app.lienzo.contacts.ContactSource;
import app.lienzo.contacts.ContactView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A contact in a list, as programs see it; all that is known of him is behind his id.
///
/// @param email his first address, or what he said it was
/// @param company his default one; null for "Unassigned"
public record ContactRow(
        UUID id,
        UUID space,
        String name,
        String email,
        @Nullable String phone,
        @Nullable UUID company,
        @Nullable String companyName,
        @Nullable String language,
        List<String> tags,
        ContactSource source,
        boolean blocked,
        Instant createdAt,
        @Nullable Instant seenAt) {
    static ContactRow of(ContactView contact) {
        return new ContactRow(
                contact.id(),
                contact.space(),
                contact.name(),
                contact.email(),
                contact.phone(),
                contact.company(),
                contact.companyName(),
                contact.language(),
                contact.tags(),
                contact.source(),
                contact.blocked(),
                contact.createdAt(),
                contact.seenAt());
    }
}
