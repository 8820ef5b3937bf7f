package app.lienzo.contacts;

import app.lienzo.kernel.EmailAddress;
import app.lienzo.kernel.PhoneNumber;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import app.lienzo.kernel.Tags;
import app.lienzo.ui.Languages;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What was typed, as it is stored: one spelling of everything, within the limits.
final class CheckedDetails {
    private static final int LINE_MAX = 120;
    private static final int LABEL_MAX = 40;
    private static final int SOCIAL_MAX = 200;

    private CheckedDetails() {}

    /// @throws Refused `contact-nameless`, `contact-email-invalid`, `contact-emails-too-many`, `phone-invalid`,
    ///     `contact-phones-too-many`, `contact-companies-too-many`, `contact-network-unknown`,
    /// `contact-notes-too-long`,
    ///     `time-zone-unknown`, `language-unknown`, `tags-too-many`
    static ContactDetails of(ContactDetails typed, ContactConfig config) {
        var details = ofAnybody(typed, config);
        if (details.name().isEmpty()
                && details.emails().isEmpty()
                && details.phones().isEmpty()) throw Refused.invalid("contact-nameless");
        return details;
    }

    /// The same of a visitor of whom nothing may be known.
    static ContactDetails ofAnybody(ContactDetails typed, ContactConfig config) {
        var name = SafeText.line(typed.name(), ContactService.NAME_MAX);
        var emails = emails(typed.emails(), config.emailsMax());
        var language = language(typed.language());
        var zone = zone(typed.timeZone());
        var phones = phones(typed.phones(), language, zone, config.phonesMax());
        return new ContactDetails(
                name,
                SafeText.line(typed.title(), LINE_MAX),
                emails,
                phones,
                address(typed.address()),
                social(typed.social()),
                zone,
                language,
                Tags.read(typed.tags()),
                notes(typed.notes(), config.notesMax()),
                typed.fields(),
                companies(typed.companies(), config.companiesMax()));
    }

    /// The form in which an address is compared and stored; empty for what is none.
    static String email(String typed) {
        return EmailAddress.read(typed)
                .map(read -> read.toLowerCase(Locale.ROOT))
                .orElse("");
    }

    private static List<String> emails(List<String> typed, int most) {
        var read = new LinkedHashSet<String>();
        for (var one : typed) {
            if (one.isBlank()) continue;
            var address = email(one);
            if (address.isEmpty() || address.length() > ContactService.EMAIL_MAX)
                throw Refused.invalid("contact-email-invalid", SafeText.line(one, LINE_MAX));
            read.add(address);
        }
        if (read.size() > most) throw Refused.invalid("contact-emails-too-many", most);
        return List.copyOf(read);
    }

    private static List<ContactDetails.Phone> phones(
            List<ContactDetails.Phone> typed, @Nullable String language, @Nullable String zone, int most) {
        var read = new LinkedHashMap<String, ContactDetails.Phone>();
        for (var one : typed) {
            var number = PhoneNumber.read(one.number(), language, zone);
            if (number != null)
                read.putIfAbsent(number, new ContactDetails.Phone(number, SafeText.line(one.label(), LABEL_MAX)));
        }
        if (read.size() > most) throw Refused.invalid("contact-phones-too-many", most);
        return List.copyOf(read.values());
    }

    private static List<ContactDetails.Membership> companies(List<ContactDetails.Membership> typed, int most) {
        var read = new LinkedHashMap<java.util.UUID, ContactDetails.Membership>();
        for (var one : typed) read.putIfAbsent(one.company(), one);
        if (read.size() > most) throw Refused.invalid("contact-companies-too-many", most);
        return List.copyOf(read.values());
    }

    private static ContactDetails.Address address(ContactDetails.Address typed) {
        return new ContactDetails.Address(
                SafeText.line(typed.street(), LINE_MAX),
                SafeText.line(typed.city(), LINE_MAX),
                SafeText.line(typed.region(), LINE_MAX),
                SafeText.line(typed.postcode(), LABEL_MAX),
                SafeText.line(typed.country(), LINE_MAX));
    }

    private static Map<String, String> social(Map<String, String> typed) {
        if (!Set.copyOf(ContactDetails.NETWORKS).containsAll(typed.keySet()))
            throw Refused.invalid("contact-network-unknown", String.join(", ", ContactDetails.NETWORKS));
        var read = new LinkedHashMap<String, String>();
        for (var network : ContactDetails.NETWORKS) {
            var name = SafeText.line(typed.getOrDefault(network, ""), SOCIAL_MAX);
            if (!name.isEmpty()) read.put(network, name);
        }
        return read;
    }

    private static String notes(String typed, int most) {
        var text = SafeText.block(typed);
        if (text.length() > most) throw Refused.invalid("contact-notes-too-long", most);
        return text;
    }

    private static @Nullable String language(@Nullable String typed) {
        if (typed == null || typed.isBlank()) return null;
        if (Languages.offered(typed.strip()).isEmpty()) throw Refused.invalid("language-unknown");
        return typed.strip();
    }

    private static @Nullable String zone(@Nullable String typed) {
        if (typed == null || typed.isBlank()) return null;
        try {
            return ZoneId.of(typed.strip()).getId();
        } catch (DateTimeException _) {
            throw Refused.invalid("time-zone-unknown");
        }
    }

    /// Words he is found by besides his name and first address.
    static String also(ContactDetails details) {
        var words = new ArrayList<String>(details.emails());
        details.phones().forEach(phone -> words.add(phone.number()));
        return String.join(" ", words);
    }
}
