package app.lienzo.mail;

import java.util.Map;
import java.util.Set;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/// The little of Markdown that mails are written in: headings, paragraphs, lists, lines, emphasis, links.
/// HTML is text.
///
/// Placeholders stay in the tree as text and are filled in where it is written out. So a value can be
/// nothing else than text: the structure stood before it came.
final class Markdown {
    private static final Parser PARSER = Parser.builder()
            .enabledBlockTypes(Set.of(Heading.class, ListBlock.class, ThematicBreak.class))
            .build();

    private Markdown() {}

    static Node parse(String text) {
        return PARSER.parse(text);
    }

    /// The link when it is all that the paragraph has.
    static @Nullable Link button(Paragraph paragraph) {
        return paragraph.getFirstChild() instanceof Link link && link.getNext() == null ? link : null;
    }

    /// Where a link leads; a placeholder in it gives all of it or nothing.
    static String destination(Link link, Map<String, String> values) {
        var placeholder = TemplateText.PLACEHOLDER.matcher(link.getDestination());
        return placeholder.matches() ? values.getOrDefault(placeholder.group(1), "") : link.getDestination();
    }
}
