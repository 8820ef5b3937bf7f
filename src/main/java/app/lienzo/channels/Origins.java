package app.lienzo.channels;

import app.lienzo.kernel.Refused;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The web origins (RFC 6454) that may embed a chat: `https://www.example.com`, `https://*.example.com`
/// for what lies under a name, and `http://localhost:*` for any port. Plain http only for localhost.
final class Origins {
    private static final int COUNT_MAX = 50;
    private static final Pattern WRITTEN = Pattern.compile(
            "(https?)://((?:\\*\\.)?[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){0,20})(?::(\\*|[0-9]{1,5}))?");

    private Origins() {}

    /// One spelling of what a person wrote, path and trailing slash cut off.
    static List<String> checked(List<String> written) {
        var origins = written.stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(Origins::normalised)
                .distinct()
                .toList();
        if (origins.isEmpty()) throw Refused.invalid("origins-missing");
        if (origins.size() > COUNT_MAX) throw Refused.invalid("origins-too-many", COUNT_MAX);
        return origins;
    }

    private static String normalised(String written) {
        var lower = written.toLowerCase(Locale.ROOT);
        var matcher = WRITTEN.matcher(lower);
        if (!matcher.lookingAt() || !endsThere(lower, matcher.end()))
            throw Refused.invalid("origin-malformed", written);
        boolean local = matcher.group(2).equals("localhost") || matcher.group(2).endsWith(".localhost");
        if (matcher.group(1).equals("http") && !local) throw Refused.invalid("origin-malformed", written);
        if (matcher.group(2).startsWith("*.") && !local && matcher.group(2).indexOf('.', 2) < 0) {
            throw Refused.invalid("origin-malformed", written);
        }
        return matcher.group();
    }

    private static boolean endsThere(String text, int end) {
        return end == text.length() || text.charAt(end) == '/';
    }

    /// Whether a browser that says it shows `origin` may use the chat.
    static boolean allow(List<String> allowed, String origin) {
        if (origin.length() > 300) return false;
        var asked = WRITTEN.matcher(origin.toLowerCase(Locale.ROOT));
        if (!asked.matches() || origin.contains("*")) return false;
        return allowed.stream().anyMatch(pattern -> matches(pattern, asked.group(1), asked.group(2), asked.group(3)));
    }

    private static boolean matches(
            String pattern, String scheme, String host, @org.jspecify.annotations.Nullable String port) {
        var allowed = WRITTEN.matcher(pattern);
        if (!allowed.matches() || !allowed.group(1).equals(scheme)) return false;
        var name = allowed.group(2);
        boolean sameHost = name.startsWith("*.") ? host.endsWith(name.substring(1)) : host.equals(name);
        return sameHost && ("*".equals(allowed.group(3)) || java.util.Objects.equals(allowed.group(3), port));
    }
}
