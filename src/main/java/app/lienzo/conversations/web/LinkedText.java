package app.lienzo.conversations.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A message's text, cut into what is shown as it is and what can be followed. Only `http` and `https`
/// addresses with a host become links; everything else, `javascript:` among it, stays text.
record LinkedText(List<Part> parts) {
    private static final Pattern ADDRESS = Pattern.compile("(?i)\\bhttps?://[^\\s<>\"'`{}|\\\\^]{1,2000}");

    /// @param link where it leads; null for plain text
    record Part(String text, @Nullable String link) {}

    static LinkedText of(String text) {
        var parts = new ArrayList<Part>();
        var matcher = ADDRESS.matcher(text);
        int shown = 0;
        while (matcher.find()) {
            var address = trimmed(matcher.group());
            if (!leadsSomewhere(address)) continue;
            if (matcher.start() > shown) parts.add(new Part(text.substring(shown, matcher.start()), null));
            parts.add(new Part(address, address));
            shown = matcher.start() + address.length();
        }
        if (shown < text.length()) parts.add(new Part(text.substring(shown), null));
        return new LinkedText(List.copyOf(parts));
    }

    /// Whether an address that a stranger wrote may be a link.
    static boolean leadsSomewhere(String address) {
        try {
            var uri = URI.create(address);
            var scheme = uri.getScheme();
            return uri.getHost() != null && ("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /// Without the punctuation that ends the sentence around it; a closing bracket stays when it was
    /// opened inside.
    private static String trimmed(String address) {
        int end = address.length();
        while (end > 0 && endsSentence(address.substring(0, end))) end--;
        return address.substring(0, end);
    }

    private static boolean endsSentence(String address) {
        char last = address.charAt(address.length() - 1);
        if (last == ')') return address.indexOf('(') < 0;
        return ".,;:!?]»…*_".indexOf(last) >= 0;
    }
}
