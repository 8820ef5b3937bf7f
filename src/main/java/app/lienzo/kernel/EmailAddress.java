package app.lienzo.kernel;

import com.ibm.icu.text.IDNA;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// E-mail addresses as people type them: `local@domain` of RFC 5321 without quoting, the domain in its
/// UTS 46 form, at most 254 characters.
public final class EmailAddress {
    private static final int MAX = 254;
    private static final int LOCAL_MAX = 64;
    private static final Pattern LOCAL =
            Pattern.compile("[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+(\\.[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])");
    private static final IDNA NAMES = IDNA.getUTS46Instance(
            IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ | IDNA.USE_STD3_RULES);

    private EmailAddress() {}

    /// The address in the form it is stored and written to, or nothing when it is none.
    public static Optional<String> read(String typed) {
        var text = typed.strip();
        int at = text.lastIndexOf('@');
        if (at < 1 || text.length() > MAX) return Optional.empty();
        var local = text.substring(0, at);
        var domain = ascii(text.substring(at + 1));
        if (local.length() > LOCAL_MAX || !LOCAL.matcher(local).matches()) return Optional.empty();
        if (!DOMAIN.matcher(domain).matches()) return Optional.empty();
        return Optional.of(local + "@" + domain);
    }

    /// What comes after the `@`.
    public static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    private static String ascii(String domain) {
        var problems = new IDNA.Info();
        var ascii = NAMES.nameToASCII(domain, new StringBuilder(), problems).toString();
        return problems.hasErrors() ? "" : ascii.toLowerCase(Locale.ROOT);
    }
}
