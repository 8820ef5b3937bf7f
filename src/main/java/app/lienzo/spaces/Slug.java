package app.lienzo.spaces;

import app.lienzo.kernel.Refused;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// A space's name in addresses: small letters of ASCII, digits and hyphens, as the database checks it.
final class Slug {
    private static final int MAX = 63;
    private static final Pattern FORM = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");
    private static final Pattern EDGES = Pattern.compile("^-+|-+$");

    private Slug() {}

    /// What a name suggests; empty when it has nothing that fits.
    static String of(String name) {
        var plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        var text = trimmed(OTHER.matcher(plain).replaceAll("-"));
        return text.length() <= MAX ? text : trimmed(text.substring(0, MAX));
    }

    /// @throws Refused `space-slug-invalid`
    static String checked(String typed) {
        var slug = typed.strip().toLowerCase(Locale.ROOT);
        if (!FORM.matcher(slug).matches()) throw Refused.invalid("space-slug-invalid");
        return slug;
    }

    private static String trimmed(String text) {
        return EDGES.matcher(text).replaceAll("");
    }
}
