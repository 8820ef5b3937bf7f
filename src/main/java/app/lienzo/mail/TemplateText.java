package app.lienzo.mail;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A template as somebody wrote it.
public record TemplateText(String subject, String body) {
    static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([a-z][A-Za-z0-9]{0,39})}}");

    /// Puts values in. Once: what a value brings along is text, also if it looks like a placeholder.
    static String filled(String text, Map<String, String> values) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
    }

    /// The first line is the subject, what follows the empty line is the body.
    static TemplateText read(String file) {
        var lines = file.replace("\r\n", "\n");
        int end = lines.indexOf('\n');
        return new TemplateText(
                lines.substring(0, end).strip(), lines.substring(end).strip());
    }
}
