package app.lienzo.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.PostProcessor;

/// Makes links of addresses that people type or paste as they are.
final class LinkedAddresses implements PostProcessor {
    private static final Pattern ADDRESS = Pattern.compile("(?i)\\bhttps?://[^\\s<>\"'`{}|\\\\^]{1,2000}");

    @Override
    public Node process(Node document) {
        var texts = new ArrayList<Text>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                // What is a link already stays one.
            }

            @Override
            public void visit(Text text) {
                texts.add(text);
            }
        });
        texts.forEach(LinkedAddresses::link);
        return document;
    }

    private static void link(Text text) {
        var words = text.getLiteral();
        var parts = parts(words);
        if (parts.size() == 1 && parts.getFirst() instanceof Text) return;
        parts.forEach(text::insertBefore);
        text.unlink();
    }

    private static List<Node> parts(String words) {
        var parts = new ArrayList<Node>();
        var matcher = ADDRESS.matcher(words);
        int shown = 0;
        while (matcher.find()) {
            var address = trimmed(matcher.group());
            if (matcher.start() > shown) parts.add(new Text(words.substring(shown, matcher.start())));
            var link = new Link(address, null);
            link.appendChild(new Text(address));
            parts.add(link);
            shown = matcher.start() + address.length();
        }
        if (shown < words.length() || parts.isEmpty()) parts.add(new Text(words.substring(shown)));
        return parts;
    }

    /// Without the punctuation that ends the sentence around it.
    private static String trimmed(String address) {
        int end = address.length();
        while (end > 8 && endsSentence(address.charAt(end - 1), address)) end--;
        return address.substring(0, end);
    }

    private static boolean endsSentence(char last, String address) {
        if (last == ')') return address.indexOf('(') < 0;
        return ".,;:!?]»…*_".indexOf(last) >= 0;
    }
}
