package app.lienzo.contacts;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All that is known of a contact.
///
/// @param fields custom values by the key of their field: texts, numbers, booleans
/// @param companies the default one first
public record ContactFile(
        ContactView contact,
        List<Email> emails,
        List<ContactDetails.Phone> phones,
        ContactDetails.Address address,
        Map<String, String> social,
        String notes,
        Map<String, Object> fields,
        List<CompanyMembership> companies,
        @Nullable Instant changedAt) {

    /// @param verified whether he showed that mail to it reaches him
    public record Email(String address, boolean verified) {}

    /// The same as it would be typed, to be changed and sent back.
    public ContactDetails details() {
        var typed = new LinkedHashMap<String, String>();
        fields.forEach((key, value) -> typed.put(key, String.valueOf(value)));
        return new ContactDetails(
                contact.name(),
                contact.title(),
                emails.stream().map(Email::address).toList(),
                phones,
                address,
                social,
                contact.timeZone(),
                contact.language(),
                contact.tags(),
                notes,
                typed,
                companies.stream()
                        .map(one -> new ContactDetails.Membership(one.company(), one.seesAll()))
                        .toList());
    }
}
