package app.lienzo.contacts.web;

import app.lienzo.contacts.ContactDetails;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What programs write into a contact's file. What is left out stays as it is.
///
/// @param emails the first one is written to
/// @param fields custom values by the key of their field
/// @param companies the first one is the default
public record ContactInput(
        @Size(max = 500) @Nullable String name,
        @Size(max = 500) @Nullable String title,
        @Size(max = 50) @Nullable List<@NotNull @Size(max = 500) String> emails,
        @Size(max = 50) @Nullable List<@NotNull @Valid PhoneInput> phones,
        @Valid @Nullable AddressInput address,
        @Size(max = 20) @Nullable Map<@Size(max = 40) String, @NotNull @Size(max = 500) String> social,
        @Size(max = 60) @Nullable String timeZone,
        @Size(max = 10) @Nullable String language,
        @Size(max = 100) @Nullable List<@NotNull @Size(max = 200) String> tags,
        @Size(max = 50_000) @Nullable String notes,
        @Size(max = 200) @Nullable Map<@Size(max = 100) String, Object> fields,
        @Size(max = 1000) @Nullable List<@NotNull @Valid MembershipInput> companies) {

    /// @param number best with the country's code
    public record PhoneInput(
            @NotNull @Size(max = 100) String number,
            @Size(max = 100) @Nullable String label) {}

    public record AddressInput(
            @Size(max = 500) @Nullable String street,
            @Size(max = 500) @Nullable String city,
            @Size(max = 500) @Nullable String region,
            @Size(max = 100) @Nullable String postcode,
            @Size(max = 500) @Nullable String country) {
        ContactDetails.Address read() {
            return new ContactDetails.Address(text(street), text(city), text(region), text(postcode), text(country));
        }
    }

    /// @param seesAll whether he may see all tickets of this company
    public record MembershipInput(
            @NotNull UUID company, @Nullable Boolean seesAll) {}

    /// What a file holds afterwards.
    ContactDetails over(ContactDetails before) {
        return new ContactDetails(
                name == null ? before.name() : name,
                title == null ? before.title() : title,
                emails == null ? before.emails() : emails,
                phones == null
                        ? before.phones()
                        : phones.stream()
                                .map(phone -> new ContactDetails.Phone(phone.number(), text(phone.label())))
                                .toList(),
                address == null ? before.address() : address.read(),
                social == null ? before.social() : social,
                timeZone == null ? before.timeZone() : timeZone,
                language == null ? before.language() : language,
                tags == null ? before.tags() : tags,
                notes == null ? before.notes() : notes,
                fields == null ? before.fields() : typed(before.fields(), fields),
                companies == null
                        ? before.companies()
                        : companies.stream()
                                .map(one -> new ContactDetails.Membership(
                                        one.company(), Boolean.TRUE.equals(one.seesAll())))
                                .toList());
    }

    private static Map<String, String> typed(Map<String, String> before, Map<String, Object> sent) {
        var all = new LinkedHashMap<>(before);
        sent.forEach((key, value) -> all.put(key, value == null ? "" : String.valueOf(value)));
        return all;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
