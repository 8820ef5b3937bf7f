package app.lienzo.contacts.web;

import app.lienzo.contacts.web.ContactInput.AddressInput;
import app.lienzo.contacts.web.ContactInput.MembershipInput;
import app.lienzo.contacts.web.ContactInput.PhoneInput;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A contact that a program makes: a name, an address or a number is needed.
///
/// @param emails the first one is written to
/// @param fields custom values by the key of their field; those left out get their defaults
/// @param companies the first one is the default
public record NewContactInput(
        @NotNull UUID space,
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
    ContactInput contact() {
        return new ContactInput(
                name, title, emails, phones, address, social, timeZone, language, tags, notes, fields, companies);
    }
}
