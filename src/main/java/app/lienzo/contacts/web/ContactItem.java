package app.lienzo.contacts.web;

import app.lienzo.contacts.ContactDetails;
import app.lienzo.contacts.ContactFile;
import app.lienzo.contacts.ContactSource;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A contact's file as programs see it.
///
/// @param emails the first one is written to
/// @param saidEmail what he says his address is and nobody checked
/// @param phones E.164
/// @param fields custom values by the key of their field
/// @param companies the default one first; empty for "Unassigned"
public record ContactItem(
        UUID id,
        UUID space,
        String name,
        String title,
        List<EmailItem> emails,
        @Nullable String saidEmail,
        List<PhoneItem> phones,
        AddressItem address,
        Map<String, String> social,
        @Nullable String timeZone,
        @Nullable String language,
        List<String> tags,
        String notes,
        Map<String, Object> fields,
        List<CompanyItem> companies,
        ContactSource source,
        @Nullable String externalId,
        boolean blocked,
        Instant createdAt,
        @Nullable Instant seenAt,
        @Nullable Instant changedAt) {

    /// @param verified whether he showed that mail to it reaches him
    public record EmailItem(String address, boolean verified) {}

    public record PhoneItem(String number, String label) {}

    public record AddressItem(String street, String city, String region, String postcode, String country) {}

    /// @param first whether it is the default one
    /// @param seesAll whether he may see all tickets of this company
    public record CompanyItem(UUID company, String name, boolean first, boolean seesAll) {}

    static ContactItem of(ContactFile file) {
        var contact = file.contact();
        return new ContactItem(
                contact.id(),
                contact.space(),
                contact.name(),
                contact.title(),
                file.emails().stream()
                        .map(email -> new EmailItem(email.address(), email.verified()))
                        .toList(),
                contact.saidEmail(),
                file.phones().stream()
                        .map(phone -> new PhoneItem(phone.number(), phone.label()))
                        .toList(),
                address(file.address()),
                file.social(),
                contact.timeZone(),
                contact.language(),
                contact.tags(),
                file.notes(),
                file.fields(),
                file.companies().stream()
                        .map(one -> new CompanyItem(one.company(), one.name(), one.first(), one.seesAll()))
                        .toList(),
                contact.source(),
                contact.externalId(),
                contact.blocked(),
                contact.createdAt(),
                contact.seenAt(),
                file.changedAt());
    }

    private static AddressItem address(ContactDetails.Address address) {
        return new AddressItem(
                address.street(), address.city(), address.region(), address.postcode(), address.country());
    }
}
