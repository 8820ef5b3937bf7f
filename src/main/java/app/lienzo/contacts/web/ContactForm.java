package app.lienzo.contacts.web;

import app.lienzo.contacts.ContactDetails;
import app.lienzo.contacts.ContactFile;
import app.lienzo.kernel.Tags;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/// A contact's file as typed. Rows of which there are several come as lists of equal length; an empty row is none.
///
/// @param first number of the row with the default company
/// @param all numbers of the rows in which he sees all tickets
/// @param row what to add a row of, or which one to take away (`email`, `phone.2`), instead of saving
public record ContactForm(
        @RestForm @Nullable String name,
        @RestForm @Nullable String title,
        @RestForm @Nullable List<String> email,
        @RestForm @Nullable List<String> number,
        @RestForm @Nullable List<String> label,
        @RestForm @Nullable List<String> firm,
        @RestForm @Nullable String first,
        @RestForm @Nullable List<String> all,
        @RestForm @Nullable String street,
        @RestForm @Nullable String city,
        @RestForm @Nullable String region,
        @RestForm @Nullable String postcode,
        @RestForm @Nullable String country,
        @RestForm @Nullable String whatsapp,
        @RestForm @Nullable String telegram,
        @RestForm @Nullable String instagram,
        @RestForm @Nullable String facebook,
        @RestForm @Nullable String linkedin,
        @RestForm @Nullable String x,
        @RestForm @Nullable String timeZone,
        @RestForm @Nullable String language,
        @RestForm @Nullable String tags,
        @RestForm @Nullable String notes,
        @RestForm @Nullable String version,
        @RestForm @Nullable String row) {
    private static final int ROWS_MAX = 60;

    /// A company in the form.
    public record Firm(String name, boolean first, boolean seesAll) {}

    static ContactForm of(ContactFile file) {
        var contact = file.contact();
        var seesAll = new ArrayList<String>();
        for (int i = 0; i < file.companies().size(); i++)
            if (file.companies().get(i).seesAll()) seesAll.add(String.valueOf(i));
        return new ContactForm(
                contact.name(),
                contact.title(),
                file.emails().stream().map(ContactFile.Email::address).toList(),
                file.phones().stream().map(ContactDetails.Phone::number).toList(),
                file.phones().stream().map(ContactDetails.Phone::label).toList(),
                file.companies().stream().map(one -> one.name()).toList(),
                "0",
                seesAll,
                file.address().street(),
                file.address().city(),
                file.address().region(),
                file.address().postcode(),
                file.address().country(),
                file.social().get("whatsapp"),
                file.social().get("telegram"),
                file.social().get("instagram"),
                file.social().get("facebook"),
                file.social().get("linkedin"),
                file.social().get("x"),
                contact.timeZone(),
                contact.language(),
                String.join(", ", contact.tags()),
                file.notes(),
                String.valueOf(contact.version()),
                null);
    }

    static ContactForm fresh(@Nullable String email, @Nullable String name, @Nullable String firm) {
        return new ContactForm(
                name,
                null,
                one(email),
                null,
                null,
                one(firm),
                "0",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /// What it says.
    ///
    /// @param company finds one by its name
    /// @param fields custom ones by their key
    ContactDetails details(Function<String, UUID> company, Map<String, String> fields) {
        var social = new LinkedHashMap<String, String>();
        for (var network : ContactDetails.NETWORKS) social.put(network, network(network));
        return new ContactDetails(
                text(name),
                text(title),
                emails(),
                phones(),
                new ContactDetails.Address(text(street), text(city), text(region), text(postcode), text(country)),
                social,
                timeZone,
                language,
                Tags.read(text(tags)),
                text(notes),
                fields,
                memberships(company));
    }

    /// The addresses, at least one row of them.
    public List<String> emailRows() {
        return rows(emails(), "", "email");
    }

    public List<ContactDetails.Phone> phoneRows() {
        return rows(phones(), new ContactDetails.Phone("", ""), "phone");
    }

    public List<Firm> firmRows() {
        return rows(firms(), new Firm("", firms().isEmpty(), false), "firm");
    }

    public String network(String name) {
        return text(
                switch (name) {
                    case "whatsapp" -> whatsapp;
                    case "telegram" -> telegram;
                    case "instagram" -> instagram;
                    case "facebook" -> facebook;
                    case "linkedin" -> linkedin;
                    case "x" -> x;
                    default -> null;
                });
    }

    public List<String> networks() {
        return ContactDetails.NETWORKS;
    }

    public boolean anyNetwork() {
        return ContactDetails.NETWORKS.stream().anyMatch(one -> !network(one).isEmpty());
    }

    /// Whether only a row is to come or go.
    boolean onlyRows() {
        return row != null && !row.isEmpty();
    }

    int versionRead() {
        return version != null && version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : -1;
    }

    private List<String> emails() {
        return kept("email", email == null ? List.of() : email).stream()
                .filter(one -> !one.isBlank())
                .toList();
    }

    private List<ContactDetails.Phone> phones() {
        var read = new ArrayList<ContactDetails.Phone>();
        for (int i = 0; number != null && i < Math.min(ROWS_MAX, number.size()); i++)
            read.add(new ContactDetails.Phone(number.get(i), label != null && i < label.size() ? label.get(i) : ""));
        return kept("phone", read).stream()
                .filter(one -> !one.number().isBlank())
                .toList();
    }

    private List<Firm> firms() {
        var read = new ArrayList<Firm>();
        for (int i = 0; firm != null && i < Math.min(1_000, firm.size()); i++) {
            var place = String.valueOf(i);
            read.add(new Firm(firm.get(i).strip(), place.equals(first), all != null && all.contains(place)));
        }
        return kept("firm", read).stream().filter(one -> !one.name().isBlank()).toList();
    }

    private List<ContactDetails.Membership> memberships(Function<String, UUID> company) {
        var ordered = new ArrayList<>(firms());
        ordered.sort(java.util.Comparator.comparing(one -> !one.first()));
        return ordered.stream()
                .map(one -> new ContactDetails.Membership(company.apply(one.name()), one.seesAll()))
                .toList();
    }

    /// Without the row that is to go.
    private <T> List<T> kept(String kind, List<T> rows) {
        if (row == null || !row.startsWith(kind + ".")) return rows;
        var gone = row.substring(kind.length() + 1);
        var left = new ArrayList<T>();
        for (int i = 0; i < rows.size(); i++) if (!gone.equals(String.valueOf(i))) left.add(rows.get(i));
        return left;
    }

    /// With one that is empty where there is none or another one was asked for.
    private <T> List<T> rows(List<T> filled, T empty, String kind) {
        if (!filled.isEmpty() && !kind.equals(row)) return filled;
        var more = new ArrayList<>(filled);
        more.add(empty);
        return more;
    }

    private static @Nullable List<String> one(@Nullable String value) {
        return value == null || value.isBlank() ? null : List.of(value);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
