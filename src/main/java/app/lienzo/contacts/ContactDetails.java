package app.lienzo.contacts;

import app.lienzo.kernel.Tags;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What somebody writes into a contact's file, as typed; all optional but a name or a way to reach him.
///
/// @param title what he is at his company
/// @param emails the first one is written to
/// @param phones the first one is called
/// @param social by network, see [#NETWORKS]
/// @param timeZone an IANA zone
/// @param language two letters
/// @param fields custom ones by their key; a key that is not there means untouched
/// @param companies the first one is the default
public record ContactDetails(
        String name,
        String title,
        List<String> emails,
        List<Phone> phones,
        Address address,
        Map<String, String> social,
        @Nullable String timeZone,
        @Nullable String language,
        List<String> tags,
        String notes,
        Map<String, String> fields,
        List<Membership> companies) {
    /// Where people are found besides, in the order of the form.
    public static final List<String> NETWORKS =
            List.of("whatsapp", "telegram", "instagram", "facebook", "linkedin", "x");

    public static final ContactDetails EMPTY = new ContactDetails(
            "", "", List.of(), List.of(), Address.NONE, Map.of(), null, null, List.of(), "", Map.of(), List.of());

    /// @param number as typed; stored in E.164
    /// @param label `mobile`, `work`, whatever helps; may be empty
    public record Phone(String number, String label) {}

    /// @param country by its name
    public record Address(String street, String city, String region, String postcode, String country) {
        public static final Address NONE = new Address("", "", "", "", "");

        /// As it is written on a letter.
        public List<String> lines() {
            return Stream.of(street, (postcode + " " + city).strip(), region, country)
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
    }

    /// @param seesAll whether he sees all tickets of this company
    public record Membership(UUID company, boolean seesAll) {}

    public static ContactDetails of(String name, String... emails) {
        return EMPTY.withName(name).withEmails(List.of(emails));
    }

    public ContactDetails withName(String other) {
        return new ContactDetails(
                other, title, emails, phones, address, social, timeZone, language, tags, notes, fields, companies);
    }

    public ContactDetails withTitle(String other) {
        return new ContactDetails(
                name, other, emails, phones, address, social, timeZone, language, tags, notes, fields, companies);
    }

    public ContactDetails withEmails(List<String> others) {
        return new ContactDetails(
                name, title, others, phones, address, social, timeZone, language, tags, notes, fields, companies);
    }

    public ContactDetails withPhones(List<Phone> others) {
        return new ContactDetails(
                name, title, emails, others, address, social, timeZone, language, tags, notes, fields, companies);
    }

    public ContactDetails withAddress(Address other) {
        return new ContactDetails(
                name, title, emails, phones, other, social, timeZone, language, tags, notes, fields, companies);
    }

    public ContactDetails withSocial(Map<String, String> others) {
        return new ContactDetails(
                name, title, emails, phones, address, others, timeZone, language, tags, notes, fields, companies);
    }

    public ContactDetails withTimeZone(@Nullable String other) {
        return new ContactDetails(
                name, title, emails, phones, address, social, other, language, tags, notes, fields, companies);
    }

    public ContactDetails withLanguage(@Nullable String other) {
        return new ContactDetails(
                name, title, emails, phones, address, social, timeZone, other, tags, notes, fields, companies);
    }

    public ContactDetails withTags(List<String> others) {
        return new ContactDetails(
                name, title, emails, phones, address, social, timeZone, language, others, notes, fields, companies);
    }

    public ContactDetails withNotes(String other) {
        return new ContactDetails(
                name, title, emails, phones, address, social, timeZone, language, tags, other, fields, companies);
    }

    public ContactDetails withFields(Map<String, String> others) {
        return new ContactDetails(
                name, title, emails, phones, address, social, timeZone, language, tags, notes, others, companies);
    }

    public ContactDetails withCompanies(List<Membership> others) {
        return new ContactDetails(
                name, title, emails, phones, address, social, timeZone, language, tags, notes, fields, others);
    }

    /// What stands here, its gaps filled.
    ContactDetails filledWith(ContactDetails more) {
        return new ContactDetails(
                or(name, more.name()),
                or(title, more.title()),
                both(emails, more.emails(), address -> address),
                both(phones, more.phones(), Phone::number),
                address.equals(Address.NONE) ? more.address() : address,
                both(social, more.social()),
                timeZone == null ? more.timeZone() : timeZone,
                language == null ? more.language() : language,
                Tags.together(tags, more.tags()),
                or(notes, more.notes()),
                both(fields, more.fields()),
                both(companies, more.companies(), Membership::company));
    }

    private static String or(String kept, String more) {
        return kept.isEmpty() ? more : kept;
    }

    private static Map<String, String> both(Map<String, String> kept, Map<String, String> more) {
        var all = new LinkedHashMap<>(more);
        all.putAll(kept);
        return all;
    }

    private static <T> List<T> both(List<T> kept, List<T> more, Function<T, Object> key) {
        var all = new LinkedHashMap<Object, T>();
        Stream.concat(kept.stream(), more.stream()).forEach(one -> all.putIfAbsent(key.apply(one), one));
        return List.copyOf(all.values());
    }
}
