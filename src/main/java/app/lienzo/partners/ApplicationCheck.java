package app.lienzo.partners;

import app.lienzo.kernel.EmailAddress;
import app.lienzo.kernel.PhoneNumber;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import app.lienzo.operators.FoundingService;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads what was typed, all of it, so that everything that is wrong is said at once.
@ApplicationScoped
class ApplicationCheck {
    static final int NAME_MAX = 120;
    static final int MESSAGE_MAX = 4_000;
    private static final int CLIENTS_MAX = 10_000_000;
    private static final int COMPANY_KEY_MAX = 120;
    private static final Pattern CLIENTS = Pattern.compile("\\d{1,8}");
    private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    /// What companies are, as it stands behind their names: the same company writes it or leaves it out.
    private static final Pattern FORM = Pattern.compile(
            "\\b(s\\.?\\s?l\\.?|s\\.?\\s?a\\.?|s\\.?\\s?a\\.?\\s?s\\.?|ltda?|inc|llc|gmbh|corp|co|ltd|limited|de c ?v|srl|eirl)\\b");

    private final FoundingService founding;

    ApplicationCheck(FoundingService founding) {
        this.founding = founding;
    }

    /// What was typed in the form in which it is kept.
    record Tidy(
            String company,
            String companyKey,
            String person,
            String email,
            @Nullable String domain,
            @Nullable String phone,
            String country,
            int clients,
            String slug,
            String message) {}

    /// @param tidy null when anything is wrong
    record Checked(List<Fault> faults, @Nullable Tidy tidy) {}

    Checked check(NewApplication typed) {
        var faults = new ArrayList<Fault>();
        var company = name(typed.company(), "company", faults);
        var person = name(typed.person(), "person", faults);
        var email = email(typed.email(), faults);
        var country = COUNTRIES.contains(typed.country()) ? typed.country() : missing("country", faults);
        var phone = phone(typed.phone(), country, faults);
        int clients = clients(typed.clients(), faults);
        var slug = slug(typed.slug(), faults);
        var message = SafeText.block(typed.message());
        if (message.length() > MESSAGE_MAX) faults.add(Fault.of("message", "text-too-long", MESSAGE_MAX));
        if (!typed.terms()) faults.add(Fault.of("terms", "terms-not-accepted"));
        if (!faults.isEmpty()) return new Checked(faults, null);
        var domain = Domains.own(email).orElse(null);
        return new Checked(
                List.of(),
                new Tidy(company, key(company), person, email, domain, phone, country, clients, slug, message));
    }

    /// What two spellings of a company's name have in common.
    static String key(String company) {
        var plain = Normalizer.normalize(company, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        var words = FORM.matcher(plain.replace(',', ' ')).replaceAll(" ").replaceAll("[^\\p{L}\\p{N}]+", " ");
        var key = words.isBlank() ? plain : words;
        return SafeText.cut(key.strip(), COMPANY_KEY_MAX);
    }

    private static String name(String typed, String field, List<Fault> faults) {
        var line = SafeText.line(typed, NAME_MAX + 1);
        if (line.isEmpty()) return missing(field, faults);
        if (line.length() > NAME_MAX) faults.add(Fault.of(field, "text-too-long", NAME_MAX));
        return line;
    }

    private static String missing(String field, List<Fault> faults) {
        faults.add(Fault.of(field, "field-missing"));
        return "";
    }

    private static String email(String typed, List<Fault> faults) {
        var email = EmailAddress.read(typed)
                .map(found -> found.toLowerCase(Locale.ROOT))
                .orElse("");
        if (email.isEmpty()) faults.add(Fault.of("email", "email-invalid"));
        else if (Domains.disposable(email)) faults.add(Fault.of("email", "email-disposable"));
        return email;
    }

    private static @Nullable String phone(String typed, String country, List<Fault> faults) {
        try {
            return PhoneNumber.of(typed, country);
        } catch (Refused refused) {
            faults.add(Fault.of("phone", refused.refusal().code()));
            return null;
        }
    }

    private static int clients(String typed, List<Fault> faults) {
        var text = typed.strip();
        if (text.isEmpty()) missing("clients", faults);
        else if (!CLIENTS.matcher(text).matches() || Integer.parseInt(text) > CLIENTS_MAX)
            faults.add(Fault.of("clients", "number-invalid", CLIENTS_MAX));
        else return Integer.parseInt(text);
        return 0;
    }

    private String slug(String typed, List<Fault> faults) {
        try {
            var slug = founding.checkedSlug(typed);
            if (!founding.free(slug)) faults.add(Fault.of("slug", "slug-taken", slug));
            return slug;
        } catch (Refused refused) {
            faults.add(Fault.of("slug", refused.refusal().code(), refused.details()));
            return "";
        }
    }
}
