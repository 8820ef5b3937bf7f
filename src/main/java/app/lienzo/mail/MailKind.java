package app.lienzo.mail;

import app.lienzo.ui.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// Port: a kind of mail that some feature sends. Its texts lie in `mail/<name>_{es,en,pt}.md`: a line with
/// the subject, an empty line, then Markdown with `{{placeholders}}`. A paragraph that is one link becomes
/// the button.
public interface MailKind {
    /// Kebab-case, begins with the feature it belongs to.
    String name();

    /// The placeholders that texts may use. One called `link`, or ending in `Link`, carries an address of
    /// the organization's own host, and no text may leave it out.
    List<String> values();

    /// What the editor fills the placeholders with; addresses as paths, such as `/password?token=…`.
    Map<String, String> sample(Locale language);

    /// Whether only the platform sends it: organizations do not get to see such a kind.
    default boolean ofPlatform() {
        return false;
    }

    /// The sample of a feature that has its words for the editor, as `sample-<value>`.
    ///
    /// @param words where they lie
    /// @param path what an address leads to, by its placeholder
    static Map<String, String> worded(List<String> values, String words, Locale language, UnaryOperator<String> path) {
        return values.stream()
                .collect(Collectors.toMap(
                        value -> value,
                        value -> isLink(value) ? path.apply(value) : Words.text(words, language, "sample-" + value)));
    }

    static boolean isLink(String value) {
        return value.equals("link") || value.endsWith("Link");
    }
}
