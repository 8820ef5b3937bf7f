package app.lienzo.mail;

import java.util.Map;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;

/// The body of a mail as HTML, dressed tag by tag because mail programs drop style sheets. Pictures have no
/// node here: a mail says what it says, and asks nobody whether it was read.
final class HtmlBody extends AbstractVisitor {
    private final StringBuilder html = new StringBuilder();
    private final Map<String, String> values;
    private final MailColors colors;
    private final String buttonAddress;

    /// @param buttonAddress words in front of a button's address, for whom the button does not work
    private HtmlBody(Map<String, String> values, MailColors colors, String buttonAddress) {
        this.values = values;
        this.colors = colors;
        this.buttonAddress = buttonAddress;
    }

    static String of(Node document, Map<String, String> values, MailColors colors, String buttonAddress) {
        var body = new HtmlBody(values, colors, buttonAddress);
        document.accept(body);
        return body.html.toString();
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    @Override
    public void visit(Heading heading) {
        int level = Math.min(heading.getLevel(), 3);
        int size = 26 - 3 * level;
        wrap(
                heading,
                "h" + level,
                "margin:0 0 14px;font-size:" + size + "px;line-height:1.3;font-weight:700;color:" + colors.ink());
    }

    @Override
    public void visit(Paragraph paragraph) {
        var link = Markdown.button(paragraph);
        if (link != null) button(link);
        else if (paragraph.getParent() instanceof ListItem) visitChildren(paragraph);
        else wrap(paragraph, "p", "margin:0 0 16px;color:" + colors.ink());
    }

    @Override
    public void visit(BulletList list) {
        wrap(list, "ul", "margin:0 0 16px;padding:0 0 0 22px");
    }

    @Override
    public void visit(OrderedList list) {
        wrap(list, "ol", "margin:0 0 16px;padding:0 0 0 24px");
    }

    @Override
    public void visit(ListItem item) {
        wrap(item, "li", "margin:0 0 6px;color:" + colors.ink());
    }

    @Override
    public void visit(Emphasis emphasis) {
        wrap(emphasis, "em", "");
    }

    @Override
    public void visit(StrongEmphasis emphasis) {
        wrap(emphasis, "strong", "font-weight:700");
    }

    @Override
    public void visit(Link link) {
        html.append("<a class=\"link\" href=\"")
                .append(escaped(Markdown.destination(link, values)))
                .append("\" style=\"color:")
                .append(colors.link())
                .append(";text-decoration:underline\">");
        visitChildren(link);
        html.append("</a>");
    }

    @Override
    public void visit(Code code) {
        html.append("<code style=\"font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:15px\">")
                .append(text(code.getLiteral()))
                .append("</code>");
    }

    @Override
    public void visit(Text text) {
        html.append(text(text.getLiteral()));
    }

    @Override
    public void visit(HtmlInline inline) {
        html.append(text(inline.getLiteral()));
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        html.append('\n');
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        html.append("<br>\n");
    }

    @Override
    public void visit(ThematicBreak line) {
        html.append("<hr style=\"border:0;border-top:1px solid ")
                .append(colors.line())
                .append(";margin:22px 0\">\n");
    }

    private void button(Link link) {
        var address = escaped(Markdown.destination(link, values));
        html.append(
                        "<table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"margin:8px 0 14px\">"
                                + "<tr><td style=\"border-radius:10px;background:")
                .append(colors.brand())
                .append("\"><a href=\"")
                .append(address)
                .append("\" style=\"display:inline-block;padding:13px 26px;border-radius:10px;border:1px solid ")
                .append(colors.border())
                .append(";background:")
                .append(colors.brand())
                .append(";color:")
                .append(colors.brandInk())
                .append(";font-weight:600;text-decoration:none\">");
        visitChildren(link);
        html.append(
                        "</a></td></tr></table>\n<p class=\"soft\" style=\"margin:0 0 18px;font-size:13px;line-height:1.5;color:")
                .append(colors.inkSoft())
                .append("\">")
                .append(escaped(buttonAddress))
                .append("<br><a class=\"link\" href=\"")
                .append(address)
                .append("\" style=\"color:")
                .append(colors.link())
                .append(";word-break:break-all\">")
                .append(address)
                .append("</a></p>\n");
    }

    private void wrap(Node node, String tag, String style) {
        html.append('<').append(tag);
        if (!style.isEmpty()) html.append(" style=\"").append(style).append('"');
        html.append('>');
        visitChildren(node);
        html.append("</").append(tag).append('>');
        if (node instanceof org.commonmark.node.Block) html.append('\n');
    }

    /// What a value has of lines stays lines; a text has none of its own here.
    private String text(String literal) {
        return escaped(TemplateText.filled(literal, values)).replace("\n", "<br>\n");
    }
}
