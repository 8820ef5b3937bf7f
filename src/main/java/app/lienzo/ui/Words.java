package app.lienzo.ui;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// Words that are looked up by a key known only at run time: problem texts by their code, the widget's
/// words as one table. They lie in `words/<bundle>_{es,en,pt}.properties`; words of pages are checked
/// by Qute instead.
public final class Words {
    private static final Map<String, Map<String, String>> BUNDLES = new ConcurrentHashMap<>();

    private Words() {}

    /// @throws IllegalArgumentException when there is no such word: a test sees to it that this cannot
    ///     happen
    public static String text(String bundle, Locale language, String key, Object... values) {
        var pattern = all(bundle, language).get(key);
        if (pattern == null) throw new IllegalArgumentException("No words for " + bundle + "." + key);
        return values.length == 0 ? pattern : new MessageFormat(pattern, language).format(values);
    }

    public static boolean has(String bundle, String key) {
        return all(bundle, Languages.DEFAULT).containsKey(key);
    }

    public static Map<String, String> all(String bundle, Locale language) {
        return BUNDLES.computeIfAbsent(bundle + "_" + language.getLanguage(), Words::load);
    }

    private static Map<String, String> load(String name) {
        var stream =
                Thread.currentThread().getContextClassLoader().getResourceAsStream("words/" + name + ".properties");
        if (stream == null) throw new IllegalArgumentException("No such words: " + name);
        try (var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            var properties = new Properties();
            properties.load(reader);
            return properties.stringPropertyNames().stream()
                    .collect(Collectors.toUnmodifiableMap(key -> key, properties::getProperty));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
