package app.lienzo.mail;

import java.util.Map;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;

/// The body of a mail as plain text that is a pleasure to read: headings underlined, lists indented, links
/// with their address, lines of a length that does not tire. An address is never broken.
final class TextBody extends AbstractVisitor {
    private static final int WIDTH = 72;

    private final StringBuilder text = new StringBuilder();
    private final Map<String, String> values;
    private StringBuilder line = new StringBuilder();
    private String indent = "";

    private TextBody(Map<String, String> values) {
        this.values = values;
    }

    static String of(Node document, Map<String, String> values) {
        var body = new TextBody(values);
        document.accept(body);
        return body.text.toString().strip();
    }

    /// The first words, for the line that mail programs show beside the subject.
    static String beginning(Node document, Map<String, String> values, int max) {
        for (var block = document.getFirstChild(); block != null; block = block.getNext()) {
            if (!(block instanceof Paragraph paragraph) || Markdown.button(paragraph) != null) continue;
            var body = new TextBody(values);
            body.visitChildren(paragraph);
            var words = body.line.toString().replaceAll("\\s+", " ").strip();
            if (words.length() > 20 || block.getNext() == null) return app.lienzo.kernel.SafeText.cut(words, max);
        }
        return "";
    }

    @Override
    public void visit(Heading heading) {
        visitChildren(heading);
        var title = taken();
        block(title + "\n" + (heading.getLevel() == 1 ? "=" : "-").repeat(Math.min(WIDTH, title.length())));
    }

    @Override
    public void visit(Paragraph paragraph) {
        var link = Markdown.button(paragraph);
        if (link == null) {
            visitChildren(paragraph);
            block(wrapped(taken()));
            if (inTightList(paragraph) && paragraph.getNext() != null) text.setLength(text.length() - 1);
        } else {
            visitChildren(link);
            block(wrapped(taken() + ":") + "\n" + indent + Markdown.destination(link, values));
        }
    }

    @Override
    public void visit(BulletList list) {
        items(list, 0);
    }

    @Override
    public void visit(OrderedList list) {
        var start = list.getMarkerStartNumber();
        items(list, start == null ? 1 : start);
    }

    @Override
    public void visit(Link link) {
        int from = line.length();
        visitChildren(link);
        var label = line.substring(from);
        var address = Markdown.destination(link, values);
        if (!address.equals(label) && !address.equals("mailto:" + label))
            line.append(" (").append(address).append(')');
    }

    @Override
    public void visit(Code code) {
        line.append(TemplateText.filled(code.getLiteral(), values));
    }

    @Override
    public void visit(Text node) {
        line.append(TemplateText.filled(node.getLiteral(), values));
    }

    @Override
    public void visit(HtmlInline inline) {
        line.append(TemplateText.filled(inline.getLiteral(), values));
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        line.append(' ');
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        line.append('\n');
    }

    @Override
    public void visit(ThematicBreak rule) {
        block("-".repeat(WIDTH / 2));
    }

    private void items(ListBlock list, int number) {
        var outer = indent;
        for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
            var mark = number == 0 ? "- " : number++ + ". ";
            int from = text.length();
            indent = outer + " ".repeat(mark.length());
            visitChildren((ListItem) item);
            if (text.length() > from) text.replace(from, from + indent.length(), outer + mark);
            if (list.isTight() && item.getNext() != null) text.setLength(text.length() - 1);
        }
        indent = outer;
    }

    private static boolean inTightList(Paragraph paragraph) {
        return paragraph.getParent() instanceof ListItem item
                && item.getParent() instanceof ListBlock list
                && list.isTight();
    }

    private void block(String lines) {
        text.append(indent).append(lines).append("\n\n");
    }

    private String taken() {
        var taken = line.toString().strip();
        line = new StringBuilder();
        return taken;
    }

    private String wrapped(String paragraph) {
        var lines = new StringBuilder();
        int width = indent.length();
        for (var part : paragraph.split("(?<=\n)")) {
            for (var word : part.strip().split("\\s+")) {
                if (width + word.length() + 1 > WIDTH && width > indent.length()) {
                    lines.append('\n').append(indent);
                    width = indent.length();
                }
                if (width > indent.length()) {
                    lines.append(' ');
                    width++;
                }
                lines.append(word);
                width += word.length();
            }
            if (part.endsWith("\n")) {
                lines.append('\n').append(indent);
                width = indent.length();
            }
        }
        return lines.toString();
    }
}
