package app.lienzo.operators;

import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What an organization may be called in its address: a label of a host name (RFC 1123) that stands
/// for no machine or service and looks like no encoded one (RFC 5890, section 2.3.1).
final class SlugRule {
    static final int LENGTH_MAX = 40;
    private static final int LENGTH_MIN = 3;
    private static final Pattern LABEL = Pattern.compile("[a-z0-9](?:[a-z0-9-]*[a-z0-9])?");
    private static final Pattern ENCODED = Pattern.compile("..--.*");
    private static final Pattern NOT_IN_LABELS = Pattern.compile("[^a-z0-9]+");

    /// Names that people or machines take for the platform's own.
    private static final Set<String> RESERVED = Set.of(
            "abuse",
            "account",
            "accounts",
            "admin",
            "administrator",
            "api",
            "app",
            "apps",
            "assets",
            "auth",
            "autoconfig",
            "autodiscover",
            "beta",
            "billing",
            "blog",
            "brand",
            "cdn",
            "cname",
            "community",
            "console",
            "custom",
            "dashboard",
            "demo",
            "dev",
            "dns",
            "docs",
            "domains",
            "email",
            "files",
            "ftp",
            "help",
            "hostmaster",
            "id",
            "imap",
            "info",
            "internal",
            "isatap",
            "live",
            "localhost",
            "login",
            "mail",
            "marketing",
            "media",
            "metrics",
            "mta-sts",
            "mx",
            "news",
            "noreply",
            "ns1",
            "ns2",
            "oauth",
            "operator",
            "operators",
            "partner",
            "partners",
            "platform",
            "pop",
            "portal",
            "postmaster",
            "proxy",
            "root",
            "sales",
            "scim",
            "security",
            "shop",
            "signin",
            "smtp",
            "socio",
            "socios",
            "sso",
            "staging",
            "static",
            "status",
            "support",
            "system",
            "test",
            "webmail",
            "webmaster",
            "widget",
            "wpad",
            "www");

    private SlugRule() {}

    /// The slug in its normal form.
    ///
    /// @param more what is kept back beside the usual
    /// @throws Refused `slug-invalid`, `slug-reserved`
    static String checked(String typed, Collection<String> more) {
        var slug = SafeText.line(typed, LENGTH_MAX * 2).toLowerCase(Locale.ROOT);
        if (slug.length() < LENGTH_MIN
                || slug.length() > LENGTH_MAX
                || !LABEL.matcher(slug).matches()
                || ENCODED.matcher(slug).matches()) throw Refused.invalid("slug-invalid", LENGTH_MIN, LENGTH_MAX);
        if (RESERVED.contains(slug) || more.contains(slug)) throw Refused.invalid("slug-reserved", slug);
        return slug;
    }

    /// What a name suggests; empty when nothing of it can stand in an address.
    static String suggested(String name) {
        var plain = Normalizer.normalize(SafeText.line(name, LENGTH_MAX * 2), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        var slug = NOT_IN_LABELS.matcher(plain).replaceAll("-");
        if (slug.length() > LENGTH_MAX) slug = slug.substring(0, LENGTH_MAX);
        var trimmed = slug.replaceAll("^-+|-+$", "");
        return trimmed.length() < LENGTH_MIN ? "" : trimmed;
    }
}
