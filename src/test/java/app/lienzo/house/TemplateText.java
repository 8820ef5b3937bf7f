package app.lienzo.house;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the words a template says by itself, outside of its expressions. An element marked
/// `translate="no"` may hold names that are the same in every language, such as a key on the keyboard
/// or a language's own name.
final class TemplateText {

    /// A word, its line, and where it stands.
    record Literal(int line, String place, String text) {}

    private static final Pattern SKIPPED =
            Pattern.compile("(?is)<!--.*?-->|<!doctype[^>]*>|(?<=<script)(?<open>(?:\\s[^>]*)?>).*?(?=</script)"
                    + "|(?<=<style)(?<style>(?:\\s[^>]*)?>).*?(?=</style)");
    private static final Pattern TAG = Pattern.compile("(?s)</?[a-zA-Z](?:[^>\"']|\"[^\"]*\"|'[^']*')*>");
    private static final Pattern SPOKEN = Pattern.compile(
            "(?is)\\s(title|placeholder|alt|label|aria-(?:label|description|roledescription|placeholder|valuetext)"
                    + "|hx-confirm|hx-prompt)\\s*=\\s*(\"[^\"]*\"|'[^']*')");
    private static final Pattern UNTRANSLATED = Pattern.compile("(?is)^<[^/].*\\stranslate\\s*=\\s*[\"']no[\"']");
    private static final Pattern ENTITY = Pattern.compile("&#?\\w+;");
    private static final Pattern SCRIPT =
            Pattern.compile("(?is)<script(\\s[^>]*)?>|<style[\\s>]|\\sstyle\\s*=|\\son[a-z]+\\s*=");

    private TemplateText() {}

    static List<Literal> literals(String template) {
        var html = blanked(SKIPPED, withoutExpressions(template));
        var literals = new ArrayList<Literal>();
        var tags = TAG.matcher(html);
        var from = 0;
        var skip = false;
        while (tags.find()) {
            if (!skip) {
                note(html, from, html.substring(from, tags.start()), "text", literals);
            }
            if (!UNTRANSLATED.matcher(tags.group()).find()) {
                noteAttributes(html, tags.start(), tags.group(), literals);
            }
            skip = UNTRANSLATED.matcher(tags.group()).find();
            from = tags.end();
        }
        note(html, from, html.substring(from), "text", literals);
        return literals;
    }

    /// What a strict content policy would refuse: scripts and styles written into the page.
    static List<Literal> inline(String template) {
        var html = blanked(Pattern.compile("(?s)<!--.*?-->"), withoutExpressions(template));
        var found = new ArrayList<Literal>();
        var tags = TAG.matcher(html);
        while (tags.find()) {
            var inline = SCRIPT.matcher(tags.group());
            while (inline.find()) {
                var script = inline.group(1);
                var harmless =
                        script != null && script.matches("(?is).*\\s(?:src\\s*=|type\\s*=\\s*[\"']application/json).*");
                if (!harmless) {
                    found.add(new Literal(
                            House.lineOf(html, tags.start()),
                            "tag",
                            inline.group().strip()));
                }
            }
        }
        return found;
    }

    /// The template with `{…}` taken out: declarations, expressions, sections and comments, but not
    /// `{|…|}`, which is text.
    static String withoutExpressions(String template) {
        var html = new StringBuilder();
        var at = 0;
        while (at < template.length()) {
            var end = endOfExpression(template, at);
            if (end == at) {
                html.append(template.charAt(at++));
            } else {
                template.substring(at, end).chars().filter(c -> c == '\n').forEach(_ -> html.append('\n'));
                at = end;
            }
        }
        return html.toString();
    }

    private static int endOfExpression(String template, int at) {
        if (template.charAt(at) != '{' || at + 1 >= template.length() || (at > 0 && template.charAt(at - 1) == '\\')) {
            return at;
        }
        var next = template.charAt(at + 1);
        if (next == '!') {
            var end = template.indexOf("!}", at);
            return end < 0 ? template.length() : end + 2;
        }
        if (!Character.isLetterOrDigit(next) && "_#/@:['\"(".indexOf(next) < 0) {
            return at;
        }
        var depth = 0;
        for (var i = at; i < template.length(); i++) {
            depth += template.charAt(i) == '{' ? 1 : template.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
        }
        return at;
    }

    private static void noteAttributes(String html, int start, String tag, List<Literal> literals) {
        var attributes = SPOKEN.matcher(tag);
        while (attributes.find()) {
            var value = attributes.group(2);
            note(
                    html,
                    start + attributes.start(2),
                    value.substring(1, value.length() - 1),
                    attributes.group(1),
                    literals);
        }
    }

    private static void note(String html, int offset, String text, String place, List<Literal> literals) {
        var letters = ENTITY.matcher(text)
                .replaceAll(" ")
                .codePoints()
                .filter(Character::isLetter)
                .count();
        if (letters >= 2) {
            var leading = text.length() - text.stripLeading().length();
            literals.add(new Literal(House.lineOf(html, offset + leading), place, text.strip()));
        }
    }

    /// Replaced by spaces of the same length, so that lines keep their numbers.
    private static String blanked(Pattern pattern, String html) {
        return pattern.matcher(html).replaceAll(found -> {
            var text = found.group();
            var close = text.startsWith("<!") ? 0 : text.indexOf('>') + 1;
            return Matcher.quoteReplacement(
                    text.substring(0, close) + text.substring(close).replaceAll("[^\n]", " "));
        });
    }
}
