package app.lienzo.mail;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/// All that is wrong with a template, so that whoever writes it can repair it at once.
final class TemplateFaults {
    static final int SUBJECT_MAX = 150;
    static final int BODY_MAX = 10_000;
    private static final int DEPTH_MAX = 24;
    private static final int BROKEN_SHOWN_MAX = 40;
    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto");

    /// Two braces that open no placeholder.
    private static final Pattern BROKEN = Pattern.compile("\\{\\{(?![a-z][A-Za-z0-9]{0,39}}})[^\\n]{0,40}");

    private final MailKind kind;
    private final List<TemplateFault> found = new ArrayList<>();

    private TemplateFaults(MailKind kind) {
        this.kind = kind;
    }

    static List<TemplateFault> of(TemplateText text, MailKind kind) {
        var faults = new TemplateFaults(kind);
        faults.checkText(true, text.subject(), SUBJECT_MAX);
        faults.checkText(false, text.body(), BODY_MAX);
        if (text.body().length() <= BODY_MAX) faults.checkMarkdown(text.body());
        return List.copyOf(faults.found);
    }

    private void checkText(boolean subject, String text, int max) {
        if (text.isBlank()) add(subject, TemplateFault.Kind.MISSING, "");
        if (text.length() > max) add(subject, TemplateFault.Kind.TOO_LONG, Integer.toString(max));
        for (var name : placeholders(text)) {
            if (!kind.values().contains(name)) {
                add(subject, TemplateFault.Kind.PLACEHOLDER_UNKNOWN, "{{" + name + "}}");
            }
        }
        BROKEN.matcher(text)
                .results()
                .limit(3)
                .forEach(broken -> add(subject, TemplateFault.Kind.PLACEHOLDER_BROKEN, shown(broken.group())));
    }

    private void checkMarkdown(String body) {
        var destinations = new ArrayList<String>();
        if (depth(Markdown.parse(body), destinations) > DEPTH_MAX) {
            add(false, TemplateFault.Kind.NESTED_TOO_DEEP, "");
        }
        var linked = new HashSet<String>();
        for (var destination : destinations) {
            var placeholder = TemplateText.PLACEHOLDER.matcher(destination);
            if (placeholder.matches() && MailKind.isLink(placeholder.group(1))) linked.add(placeholder.group(1));
            else if (!harmless(destination)) add(false, TemplateFault.Kind.LINK_REFUSED, shown(destination));
        }
        for (var name : kind.values()) {
            if (MailKind.isLink(name)
                    && !linked.contains(name)
                    && !placeholders(body).contains(name)) {
                add(false, TemplateFault.Kind.PLACEHOLDER_MISSING, "{{" + name + "}}");
            }
        }
    }

    /// Without recursion: somebody may have written ten thousand lists in each other.
    private static int depth(Node document, List<String> destinations) {
        record At(Node node, int depth) {}
        var open = new ArrayDeque<>(List.of(new At(document, 0)));
        int deepest = 0;
        while (!open.isEmpty()) {
            var at = open.pop();
            deepest = Math.max(deepest, at.depth());
            if (at.node() instanceof Link link) destinations.add(link.getDestination());
            for (var child = at.node().getFirstChild(); child != null; child = child.getNext()) {
                open.push(new At(child, at.depth() + 1));
            }
        }
        return deepest;
    }

    static Set<String> placeholders(String text) {
        var names = new LinkedHashSet<String>();
        TemplateText.PLACEHOLDER.matcher(text).results().forEach(found -> names.add(found.group(1)));
        return names;
    }

    private static boolean harmless(String destination) {
        if (destination.contains("{{")) return false;
        try {
            var uri = new URI(destination);
            return uri.getScheme() != null && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT));
        } catch (java.net.URISyntaxException _) {
            return false;
        }
    }

    private static String shown(String text) {
        return text.length() <= BROKEN_SHOWN_MAX ? text : text.substring(0, BROKEN_SHOWN_MAX) + "…";
    }

    private void add(boolean subject, TemplateFault.Kind what, String value) {
        found.add(new TemplateFault(subject, what, value));
    }
}
