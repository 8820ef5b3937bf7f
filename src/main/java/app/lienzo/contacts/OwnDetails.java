package app.lienzo.contacts;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// What a contact writes into his own file.
///
/// @param phone where he is called first, as typed; empty for none
/// @param language two letters; null or empty for none set
/// @param timeZone an IANA zone; null or empty for none set
public record OwnDetails(
        String name,
        String phone,
        @Nullable String language,
        @Nullable String timeZone) {
    public static OwnDetails of(ContactFile file) {
        var phones = file.phones();
        return new OwnDetails(
                file.contact().name(),
                phones.isEmpty() ? "" : phones.getFirst().number(),
                file.contact().language(),
                file.contact().timeZone());
    }

    /// The file with these in it; its other numbers stay.
    ContactDetails over(ContactDetails file) {
        var phones = new ArrayList<>(file.phones());
        var label = phones.isEmpty() ? "" : phones.removeFirst().label();
        if (!phone.isBlank()) phones.addFirst(new ContactDetails.Phone(phone, label));
        return file.withName(name)
                .withPhones(phones)
                .withLanguage(said(language))
                .withTimeZone(said(timeZone));
    }

    private static @Nullable String said(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
