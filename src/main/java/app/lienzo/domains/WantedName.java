package app.lienzo.domains;

import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.Hosts;
import com.google.common.net.InternetDomainName;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Makes of what somebody typed or pasted the one spelling of a host name that an organization can have.
///
/// @param host in ASCII, as the domain name system knows it
/// @param apex whether it is a registered domain itself, which cannot be an alias (RFC 1912, 2.4)
record WantedName(String host, boolean apex) {
    private static final Pattern SCHEME = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]*:/+");
    private static final Pattern REST = Pattern.compile("[/?#\\\\].*$", Pattern.DOTALL);
    private static final Pattern PORT = Pattern.compile(":[0-9]*$");
    /// A last label that makes browsers read the whole as an IPv4 address.
    private static final Pattern NUMBER = Pattern.compile("(.*\\.)?(0[xX][0-9a-fA-F]*|[0-9]+)\\.?");
    private static final int TYPED_MAX = 2_000;
    private static final int LENGTH_MAX = 253;

    /// Names that mean something else everywhere (RFC 6761 and its kin).
    private static final List<String> SPECIAL = List.of(
            "localhost",
            "local",
            "test",
            "example",
            "invalid",
            "onion",
            "internal",
            "alt",
            "arpa",
            "lan",
            "home",
            "corp",
            "localdomain",
            "example.com",
            "example.net",
            "example.org");

    /// @param proofMax characters that the name of the proof has beside the host
    /// @param allowed endings that are ordinary here
    /// @throws Refused `domain-…`, a reason for each kind
    static WantedName of(String typed, int proofMax, List<String> allowed) {
        var name = cleaned(typed);
        if (name.isEmpty()) throw Refused.invalid("domain-missing");
        if (name.startsWith("*")) throw Refused.invalid("domain-wildcard");
        if (name.contains("_")) throw Refused.invalid("domain-underscore");
        if (name.startsWith("[") || NUMBER.matcher(name).matches()) throw Refused.invalid("domain-address");
        if (name.length() > LENGTH_MAX) throw Refused.invalid("domain-too-long", LENGTH_MAX - proofMax);
        var host = Hosts.normalise(name).orElseThrow(() -> Refused.invalid("domain-invalid"));
        if (host.length() + proofMax > LENGTH_MAX) throw Refused.invalid("domain-too-long", LENGTH_MAX - proofMax);
        if (NUMBER.matcher(host).matches()) throw Refused.invalid("domain-address");
        boolean ordinary = allowed.stream().anyMatch(ending -> below(host, ending));
        if (!ordinary && SPECIAL.stream().anyMatch(ending -> below(host, ending)))
            throw Refused.invalid("domain-special", LookAlikes.shown(host));
        if (!host.contains(".")) throw Refused.invalid("domain-single");
        if (LookAlikes.mixed(host)) throw Refused.invalid("domain-mixed", LookAlikes.shown(host));
        return new WantedName(host, apex(host, ordinary));
    }

    /// Whether `host` is `ending` or lies below it.
    static boolean below(String host, String ending) {
        return host.equals(ending) || host.endsWith("." + ending);
    }

    private static String cleaned(String typed) {
        var name = typed.strip();
        if (name.length() > TYPED_MAX) throw Refused.invalid("domain-too-long", LENGTH_MAX);
        name = SCHEME.matcher(name).replaceFirst("");
        name = REST.matcher(name).replaceFirst("");
        name = name.substring(name.lastIndexOf('@') + 1);
        if (name.startsWith("[")) return name;
        name = PORT.matcher(name).replaceFirst("").toLowerCase(Locale.ROOT);
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    private static boolean apex(String host, boolean ordinary) {
        var name = domain(host);
        if (name.isPublicSuffix()) throw Refused.invalid("domain-public-suffix", LookAlikes.shown(host));
        if (!name.hasPublicSuffix()) {
            if (!ordinary) throw Refused.invalid("domain-ending-unknown", LookAlikes.shown(host));
            return host.indexOf('.') == host.lastIndexOf('.');
        }
        return name.isTopPrivateDomain();
    }

    /// Its list has international endings in their own letters.
    private static InternetDomainName domain(String host) {
        try {
            return InternetDomainName.from(LookAlikes.shown(host));
        } catch (IllegalArgumentException _) {
            throw Refused.invalid("domain-invalid");
        }
    }
}
