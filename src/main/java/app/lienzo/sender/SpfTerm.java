package app.lienzo.sender;

import com.google.common.net.InetAddresses;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One term of an SPF record (RFC 7208, 4.6.1).
///
/// @param qualifier what a match means: `+`, `-`, `~` or `?`; a space for a modifier
/// @param domain empty for the record's own
/// @param four bits of an IPv4 network that have to agree
/// @param six the same for IPv6
record SpfTerm(char qualifier, String name, String domain, int four, int six) {
    static final String VERSION = "v=spf1";

    private static final Pattern TERM = Pattern.compile(
            "([+?~-]?)(all|include|a|mx|ptr|ip4|exists)(?::([^/\\s]+))?(?:/([0-9]{1,2}))?(?://([0-9]{1,3}))?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MODIFIER = Pattern.compile("([a-z][a-z0-9_.-]*)=(\\S*)", Pattern.CASE_INSENSITIVE);
    private static final Set<String> NEED_DOMAIN = Set.of("include", "exists", "ip4", "ip6", "redirect");
    private static final int TERMS_MAX = 200;

    static boolean isRecord(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return lower.equals(VERSION) || lower.startsWith(VERSION + " ");
    }

    /// @return empty when a term cannot be understood
    static Optional<List<SpfTerm>> parse(String record) {
        var terms = new ArrayList<SpfTerm>();
        for (var word : record.substring(VERSION.length()).strip().split(" +")) {
            if (word.isEmpty()) continue;
            var term = term(word);
            if (term.isEmpty() || terms.size() == TERMS_MAX) return Optional.empty();
            terms.add(term.get());
        }
        return Optional.of(terms);
    }

    private static Optional<SpfTerm> term(String word) {
        if (word.matches("(?i)[+?~-]?ip6:.*")) return six(word);
        var mechanism = TERM.matcher(word);
        if (mechanism.matches()) {
            return checked(new SpfTerm(
                    mechanism.group(1).isEmpty() ? '+' : mechanism.group(1).charAt(0),
                    mechanism.group(2).toLowerCase(Locale.ROOT),
                    text(mechanism.group(3)),
                    bits(mechanism.group(4), 32),
                    bits(mechanism.group(5), 128)));
        }
        var modifier = MODIFIER.matcher(word);
        if (!modifier.matches()) return Optional.empty();
        return checked(new SpfTerm(
                ' ',
                modifier.group(1).toLowerCase(Locale.ROOT),
                modifier.group(2).toLowerCase(Locale.ROOT),
                32,
                128));
    }

    private static Optional<SpfTerm> six(String word) {
        var parts = word.substring(word.indexOf(':') + 1).split("/", 2);
        var bits = parts.length == 1 ? 128 : number(parts[1]);
        var qualifier = Character.isLetter(word.charAt(0)) ? '+' : word.charAt(0);
        return checked(new SpfTerm(qualifier, "ip6", parts[0], 32, bits));
    }

    private static Optional<SpfTerm> checked(SpfTerm term) {
        int length = term.name.equals("ip4") ? 4 : term.name.equals("ip6") ? 16 : 0;
        boolean right = (!NEED_DOMAIN.contains(term.name) || !term.domain.isEmpty())
                && term.four <= 32
                && term.six <= 128
                && (!term.name.equals("all") || term.domain.isEmpty())
                && (length == 0 || isAddress(term.domain, length));
        return right ? Optional.of(term) : Optional.empty();
    }

    private static boolean isAddress(String text, int length) {
        return InetAddresses.isInetAddress(text)
                && InetAddresses.forString(text).getAddress().length == length;
    }

    private static String text(@Nullable String group) {
        return group == null ? "" : group.toLowerCase(Locale.ROOT);
    }

    private static int bits(@Nullable String group, int all) {
        return group == null ? all : number(group);
    }

    private static int number(String digits) {
        return digits.matches("[0-9]{1,3}") ? Integer.parseInt(digits) : Integer.MAX_VALUE;
    }

    /// Whether asking for it counts against the limit of lookups.
    boolean asks() {
        return switch (name) {
            case "include", "a", "mx", "ptr", "exists", "redirect" -> true;
            default -> false;
        };
    }

    SpfOutcome meaning() {
        return switch (qualifier) {
            case '-' -> SpfOutcome.FAIL;
            case '~' -> SpfOutcome.SOFTFAIL;
            case '?' -> SpfOutcome.NEUTRAL;
            default -> SpfOutcome.PASS;
        };
    }

    boolean covers(InetAddress network, InetAddress address) {
        var a = network.getAddress();
        var b = address.getAddress();
        if (a.length != b.length) return false;
        int bits = a.length == 4 ? four : six;
        for (int i = 0; i < bits; i++) {
            if (((a[i / 8] ^ b[i / 8]) >> (7 - i % 8) & 1) != 0) return false;
        }
        return true;
    }
}
