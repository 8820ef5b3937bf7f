package app.lienzo.leaks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/// The names that must not be there, ready to be looked for in many texts. The platform's and the frameworks'
/// are found anywhere, also inside of words; those of organizations only as whole words, one after the other.
final class Names {
    /// Between two words of a name: `acme-corp`, `acme.corp`, `Acme & Corp`.
    private static final int GAP_MAX = 3;

    private static final int SINGLE_MIN = 4;

    /// In a picture's bytes short words are there by chance.
    private static final int SINGLE_IN_BYTES_MIN = 7;

    private record Anywhere(String text, FindingKind kind, Severity severity) {}

    private record Words(List<String> tokens, Severity severity, String name) {}

    /// A name in a text.
    record Hit(int start, int end, FindingKind kind, Severity severity, String name) {}

    private final List<Anywhere> anywhere = new ArrayList<>();
    private final Map<String, List<Words>> words = new HashMap<>();

    void addAnywhere(String text, FindingKind kind, Severity severity) {
        if (!text.isBlank()) anywhere.add(new Anywhere(text.strip().toLowerCase(Locale.ROOT), kind, severity));
    }

    /// @param ours whether these words are the organization's own or everybody's
    void addOrganization(String written, Severity ofSingle, String name, Predicate<List<String>> ours) {
        var tokens = tokens(written);
        boolean single = tokens.size() == 1;
        if (tokens.isEmpty() || (single && tokens.getFirst().length() < SINGLE_MIN) || ours.test(tokens)) return;
        words.computeIfAbsent(tokens.getFirst(), _ -> new ArrayList<>())
                .add(new Words(tokens, single ? ofSingle : Severity.HIGH, name));
    }

    /// @param bytes whether the text is a picture or a font, read byte by byte
    List<Hit> in(String text, boolean bytes) {
        var lower = text.toLowerCase(Locale.ROOT);
        var hits = new ArrayList<Hit>();
        for (var wanted : anywhere) {
            for (int at = lower.indexOf(wanted.text()); at >= 0; at = lower.indexOf(wanted.text(), at + 1))
                hits.add(new Hit(at, at + wanted.text().length(), wanted.kind(), wanted.severity(), wanted.text()));
        }
        if (!words.isEmpty()) walk(lower, bytes, hits);
        return hits;
    }

    static List<String> tokens(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        var tokens = new ArrayList<String>();
        for (int start = next(lower, 0); start < lower.length(); ) {
            int end = end(lower, start);
            tokens.add(lower.substring(start, end));
            start = next(lower, end);
        }
        return tokens;
    }

    private void walk(String lower, boolean bytes, List<Hit> hits) {
        for (int start = next(lower, 0); start < lower.length(); ) {
            int end = end(lower, start);
            for (var wanted : words.getOrDefault(lower.substring(start, end), List.of())) {
                int last = match(lower, end, wanted.tokens());
                boolean chance = bytes
                        && wanted.tokens().size() == 1
                        && wanted.tokens().getFirst().length() < SINGLE_IN_BYTES_MIN;
                if (last > 0 && !chance)
                    hits.add(new Hit(start, last, FindingKind.ORGANIZATION, wanted.severity(), wanted.name()));
            }
            start = next(lower, end);
        }
    }

    /// Where the last word of a name ends whose first one ends at `end`; -1 when the others do not follow.
    private static int match(String text, int end, List<String> tokens) {
        int at = end;
        for (var token : tokens.subList(1, tokens.size())) {
            int start = next(text, at);
            if (start - at > GAP_MAX || !text.startsWith(token, start)) return -1;
            at = start + token.length();
            if (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) return -1;
        }
        return at;
    }

    private static int next(String text, int from) {
        int at = from;
        while (at < text.length() && !Character.isLetterOrDigit(text.charAt(at))) at++;
        return at;
    }

    private static int end(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) at++;
        return at;
    }
}
