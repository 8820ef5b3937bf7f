package app.lienzo.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The texts that a kind of mail has as long as an organization writes none of its own.
final class DefaultTexts {
    private static final Map<String, TemplateText> READ = new ConcurrentHashMap<>();

    private DefaultTexts() {}

    /// @throws IllegalStateException when there is none: a test sees to it that this cannot happen
    static TemplateText of(MailKind kind, Locale language) {
        return READ.computeIfAbsent(kind.name() + "_" + language.getLanguage(), DefaultTexts::load);
    }

    private static TemplateText load(String name) {
        var path = "mail/" + name + ".md";
        try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream(path)) {
            if (file == null) throw new IllegalStateException("No default text: " + path);
            return TemplateText.read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
