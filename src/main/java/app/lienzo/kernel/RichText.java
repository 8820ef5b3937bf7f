package app.lienzo.kernel;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.PolicyFactory;

/// Text with a form: paragraphs, lists, emphasis, code, quotes, tables, links. Typed as Markdown by
/// people, handed in as
/// HTML by programs and mails, kept and shown as HTML in which nothing is left that runs, loads or
/// leads a click astray:
/// no script, style, picture, form, frame, no attribute but where a link leads, no address but `http`,
/// `https`, `mailto`, `tel`.
///
/// Both ways are bounded: what is too long or too deeply nested to be looked at in a moment is shown as
/// plain text.
public final class RichText {
    /// Characters of HTML that are looked at as HTML.
    public static final int HTML_MAX = 300_000;

    private static final int TAGS_MAX = 6_000;
    private static final int ENTITIES_MAX = 60_000;
    private static final int DEPTH_MAX = 60;
    private static final int BRACKETS_MAX = 4_000;

    private static final Set<String> BLOCKS = Set.of(
            "p", "div", "br", "li", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote", "tr", "hr", "ul", "ol");

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(
                    "p",
                    "div",
                    "br",
                    "strong",
                    "b",
                    "em",
                    "i",
                    "u",
                    "s",
                    "del",
                    "ins",
                    "sub",
                    "sup",
                    "code",
                    "pre",
                    "kbd",
                    "blockquote",
                    "ul",
                    "ol",
                    "li",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "hr",
                    "table",
                    "thead",
                    "tbody",
                    "tfoot",
                    "tr",
                    "th",
                    "td",
                    "caption",
                    "a")
            .allowAttributes("start")
            .matching(Pattern.compile("[0-9]{1,6}"))
            .onElements("ol")
            .allowAttributes("colspan", "rowspan")
            .matching(Pattern.compile("[0-9]{1,2}"))
            .onElements("th", "td")
            .allowUrlProtocols("http", "https", "mailto", "tel")
            .allowAttributes("href")
            .matching(Pattern.compile("(?i)(https?://|mailto:|tel:)[^\\s]{1,2000}"))
            .onElements("a")
            .allowAttributes("target")
            .matching(true, "_blank")
            .onElements("a")
            .requireRelsOnLinks("nofollow", "noopener", "noreferrer")
            .toFactory();

    /// HTML inside Markdown is text.
    private static final Parser MARKDOWN = Parser.builder()
            .enabledBlockTypes(Set.of(
                    Heading.class,
                    ListBlock.class,
                    ThematicBreak.class,
                    BlockQuote.class,
                    FencedCodeBlock.class,
                    IndentedCodeBlock.class))
            .postProcessor(new LinkedAddresses())
            .build();

    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().escapeHtml(true).softbreak("<br />").build();

    private RichText() {}

    /// Typed text as HTML that can be shown. A line break that was typed stays one.
    public static String ofMarkdown(String typed) {
        var text = SafeText.block(typed);
        if (text.length() > HTML_MAX || tangled(text)) return ofText(text);
        return ofHtml(RENDERER.render(MARKDOWN.parse(text)));
    }

    /// A stranger's HTML as HTML that can be shown; empty when nothing is left to see.
    public static String ofHtml(String html) {
        if (tooMuch(html)) return ofText(SafeText.block(SafeText.cut(html, HTML_MAX)));
        return POLICY.sanitize(visible(html)).strip();
    }

    /// Text as it stands, with its line breaks.
    public static String ofText(String text) {
        if (text.isEmpty()) return "";
        var escaped = text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\n", "<br />");
        return "<p>" + escaped + "</p>";
    }

    /// What a person reads of sanitised HTML, line by line: for previews, for finding, for mails
    /// without HTML.
    public static String plain(String html) {
        var text = new StringBuilder();
        HtmlSanitizer.sanitize(html, new HtmlSanitizer.Policy() {
            @Override
            public void openDocument() {
                // Nothing stands before the first word.
            }

            @Override
            public void closeDocument() {
                // Nothing stands behind the last word.
            }

            @Override
            public void openTag(String name, List<String> attributes) {
                line(name);
            }

            @Override
            public void closeTag(String name) {
                line(name);
            }

            @Override
            public void text(String words) {
                text.append(words);
            }

            private void line(String name) {
                if (BLOCKS.contains(name) && !text.isEmpty() && text.charAt(text.length() - 1) != '\n')
                    text.append('\n');
            }
        });
        return SafeText.block(text.toString()).replaceAll("\\n\\s*\\n", "\n");
    }

    /// Direction-changing and other invisible characters fool the reader in HTML as well as in text.
    private static String visible(String html) {
        return SafeText.block(html);
    }

    private static boolean tooMuch(String html) {
        return html.length() > HTML_MAX || count(html, '<') > TAGS_MAX || count(html, '&') > ENTITIES_MAX;
    }

    /// What a parser would follow down for too long: markers upon markers at the beginning of a line,
    /// or thousands of brackets and stars that wait for their partner.
    private static boolean tangled(String text) {
        if (count(text, '[') > BRACKETS_MAX || count(text, '*') + count(text, '_') > 2 * BRACKETS_MAX) return true;
        if (count(text, '`') > BRACKETS_MAX || count(text, '<') > TAGS_MAX) return true;
        return text.lines().anyMatch(line -> depth(line) > DEPTH_MAX);
    }

    private static int depth(String line) {
        int depth = 0;
        for (int i = 0; i < line.length(); i++) {
            char next = line.charAt(i);
            if (next == '>' || next == '-' || next == '*' || next == '+' || next == '.' || next == ')') depth++;
            else if (next != ' ' && next != '\t' && !Character.isDigit(next)) return depth;
        }
        // A rule, or the line under a heading.
        return line.isBlank() || line.strip().chars().distinct().count() == 1 && line.indexOf('>') < 0 ? 0 : depth;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(next -> next == wanted).count();
    }
}
