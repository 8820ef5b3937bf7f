package app.lienzo.leaks;

import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads answers and texts and writes down what should not be there, each thing once.
final class Judge {
    private static final int AROUND = 60;
    private static final String COVER = "•••••";

    private final Names names;
    private final String host;
    private final int findingsMax;
    private final Map<String, Finding> found = new LinkedHashMap<>();
    private final Set<Surface> surfaces = EnumSet.noneOf(Surface.class);

    Judge(Names names, String host, int findingsMax) {
        this.names = names;
        this.host = host;
        this.findingsMax = findingsMax;
    }

    /// Where anything was read.
    Set<Surface> surfaces() {
        return Set.copyOf(surfaces);
    }

    List<Finding> findings() {
        return new ArrayList<>(found.values());
    }

    /// @param viewer as whom it was asked
    void judge(String path, Viewer viewer, Answer answer) {
        answer.headers().forEach((name, values) -> values.forEach(value -> header(path, viewer, name, value)));
        var surface = Surface.of(path, answer.status(), answer.mediaType());
        read(surface, path, viewer.mark(), answer.body(), !answer.readAsText());
        if (answer.status() >= 500)
            add(new Finding(
                    FindingKind.FAILURE,
                    Severity.MEDIUM,
                    surface,
                    path,
                    viewer.mark(),
                    "HTTP " + answer.status(),
                    Integer.toString(answer.status())));
    }

    /// @param part of the mail
    void mail(String path, String part, String text) {
        read(Surface.MAIL, path, Viewer.RECIPIENT.mark() + ", " + part, text, false);
    }

    private void header(String path, Viewer viewer, String name, String value) {
        var surface = switch (name) {
            case "set-cookie" -> Surface.COOKIE;
            case "location" -> Surface.REDIRECT;
            default -> Surface.HEADER;
        };
        var place = viewer.mark() + ", " + name;
        read(surface, path, place, name + ": " + value, false);
        if (surface == Surface.REDIRECT && elsewhere(value))
            add(new Finding(FindingKind.ELSEWHERE, Severity.MEDIUM, surface, path, place, value, value));
    }

    private boolean elsewhere(String location) {
        try {
            var target = URI.create(location).getHost();
            return target != null && !target.equalsIgnoreCase(host);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private void read(Surface surface, String path, String place, String text, boolean bytes) {
        if (!text.isEmpty()) surfaces.add(surface);
        var hits = names.in(text, bytes);
        for (var hit : hits) {
            var excerpt = excerpt(text, hit, covered(hit, hits));
            add(new Finding(hit.kind(), hit.severity(), surface, path, place, excerpt, hit.name()));
        }
    }

    /// Whoever reads where the platform is named would learn from a cover beside it who else is here.
    private static List<Names.Hit> covered(Names.Hit hit, List<Names.Hit> all) {
        if (hit.kind() == FindingKind.ORGANIZATION) return all;
        return all.stream()
                .filter(other -> other.kind() != FindingKind.ORGANIZATION)
                .toList();
    }

    /// What stands around, with names in it covered.
    private static String excerpt(String text, Names.Hit hit, List<Names.Hit> all) {
        int from = Math.max(0, hit.start() - AROUND);
        int to = Math.min(text.length(), hit.end() + AROUND);
        var shown = new StringBuilder();
        for (int at = from; at < to; ) {
            int here = at;
            var covered = all.stream()
                    .filter(one -> one.start() <= here && here < one.end())
                    .mapToInt(Names.Hit::end)
                    .max();
            if (covered.isPresent()) {
                shown.append(COVER);
                at = covered.getAsInt();
            } else {
                char c = text.charAt(at++);
                shown.append(Character.isWhitespace(c) || Character.isISOControl(c) ? ' ' : c);
            }
        }
        return shown.toString().replaceAll(" {2,}", " ").strip();
    }

    private void add(Finding finding) {
        if (found.size() < findingsMax) found.putIfAbsent(finding.sameness(), finding);
    }
}
