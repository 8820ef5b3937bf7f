package app.lienzo.leaks;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The addresses of a host that are still to be asked: those one begins with, and what answers lead to. Each once,
/// and of those that differ in ids or query only a few.
final class Addresses {
    private static final Pattern LINK = Pattern.compile(
            "(?:href|src|action|hx-get|data-more|data-src)=[\"']([^\"'#]+)|url\\([\"']?([^)\"']+)|\"src\":\"([^\"]+)");
    private static final Pattern IMPORT = Pattern.compile("(?:from|import\\()\\s*['\"]\\./([^'\"]+)['\"]");
    private static final Pattern CHANNEL = Pattern.compile("data-channel=\\\\?[\"']([A-Za-z0-9-]{1,64})");
    private static final Pattern API = Pattern.compile("\"(/api/v1/[a-z/-]+)\":");

    /// What would leave traces, is somebody's own words or files, or belongs to this workshop: lists taken along are
    /// written into the trail, a chosen space is remembered, a provider is told, conversations are what customers
    /// wrote.
    private static final Pattern LEFT_OUT = Pattern.compile(
            "^/(?:sso/|dev/|sign-out|console/conversations/|api/v1/conversations/|attachments/|api/v1/attachments/|widget/v1/files/|set-password/|confirm-email/).*"
                    + "|.*/export\\b.*|.*\\.csv\\b.*|.*[?&]space=.*|.*/callback\\b.*",
            Pattern.DOTALL);

    private static final Pattern ENCODED = Pattern.compile("%([0-9a-fA-F]{2})");

    /// So often may a sign be encoded one over the other.
    private static final int ENCODED_MAX = 4;

    private final Deque<String> open = new ArrayDeque<>();
    private final Set<String> known = new HashSet<>();
    private final Map<String, Integer> alike = new HashMap<>();
    private final int alikeMax;
    private final String origin;

    /// @param host links to it with scheme and name are its own too
    Addresses(String host, int alikeMax) {
        this.origin = host;
        this.alikeMax = alikeMax;
    }

    void add(Collection<String> paths) {
        paths.forEach(this::add);
    }

    @Nullable
    String next() {
        return open.poll();
    }

    int open() {
        return open.size();
    }

    void follow(String path, Answer answer) {
        var location = answer.header("location");
        if (!location.isEmpty()) add(location);
        if (!answer.readAsText()) return;
        var body = answer.body();
        matches(LINK, body).forEach(this::add);
        var folder = path.substring(0, path.lastIndexOf('/') + 1);
        matches(IMPORT, body).forEach(name -> add(folder + name));
        matches(CHANNEL, body).forEach(key -> add("/widget/v1/channels/" + key));
        if (path.endsWith("openapi.json")) matches(API, body).forEach(this::add);
    }

    private static Stream<String> matches(Pattern pattern, String body) {
        return pattern.matcher(body).results().map(match -> {
            for (int i = 1; i <= match.groupCount(); i++) if (match.group(i) != null) return match.group(i);
            return "";
        });
    }

    private void add(String link) {
        var path = local(link);
        if (path.isEmpty() || path.length() > 500 || leftOut(path) || !known.add(path)) return;
        var pattern = Finding.alike(path.replaceAll("\\?.*", "?"));
        if (alike.merge(pattern, 1, Integer::sum) <= alikeMax) open.add(path);
    }

    /// Judged as it is written and as a server could understand it.
    private static boolean leftOut(String path) {
        return LEFT_OUT.matcher(path).matches()
                || LEFT_OUT.matcher(understood(path)).matches();
    }

    /// Decoded, without parameters of segments, double slashes and ways back.
    private static String understood(String path) {
        var plain = path;
        for (int i = 0; i < ENCODED_MAX; i++) {
            plain = ENCODED.matcher(plain)
                    .replaceAll(sign ->
                            Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(sign.group(1), 16))));
        }
        var parts = plain.split("(?=\\?)", 2);
        var segments = new ArrayDeque<String>();
        for (var segment : parts[0].replaceAll(";[^/]*", "").split("/")) {
            if (segment.equals("..")) segments.pollLast();
            else if (!segment.isEmpty() && !segment.equals(".")) segments.add(segment);
        }
        var end = parts[0].endsWith("/") && !segments.isEmpty() ? "/" : "";
        return "/" + String.join("/", segments) + end + (parts.length > 1 ? parts[1] : "");
    }

    /// A path of this host, without a fragment; empty for what leads elsewhere, and for what would be more than one
    /// word of a request line.
    private String local(String link) {
        var plain = link.replace("&amp;", "&").replaceAll("#.*", "");
        for (var scheme : List.of("http://", "https://")) {
            if (plain.startsWith(scheme + origin + "/")) plain = plain.substring(scheme.length() + origin.length());
        }
        boolean clean = plain.startsWith("/")
                && !plain.startsWith("//")
                && plain.chars().allMatch(c -> c > ' ' && c < 127);
        return clean ? plain : "";
    }
}
