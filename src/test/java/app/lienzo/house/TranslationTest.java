package app.lienzo.house;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Everything a person reads exists in Spanish, English and Portuguese, and nowhere else than in the
/// message files.
class TranslationTest {

    /// Words of pages, which Qute fills in, and words of refusals and the like, which `MessageFormat`
    /// fills in.
    private static final Path MESSAGES = House.RESOURCES.resolve("messages");

    private static final Path WORDS = House.RESOURCES.resolve("words");
    private static final Path TEMPLATES = House.RESOURCES.resolve("templates");
    private static final List<String> LANGUAGES = List.of("en", "es", "pt");
    private static final Pattern FILE = Pattern.compile("([a-z]+)_(en|es|pt)\\.properties");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([\\w.]+)");

    @Test
    void every_feature_speaks_three_languages() {
        assertThat(files())
                .allMatch(file -> FILE.matcher(House.nameOf(file)).matches(), "<feature>_<en|es|pt>.properties");
        assertThat(words().entrySet())
                .allSatisfy(feature -> assertThat(feature.getValue().keySet())
                        .as("languages of '%s'", feature.getKey())
                        .containsExactlyElementsOf(LANGUAGES));
    }

    @Test
    void the_three_languages_have_the_same_keys() {
        eachTranslation((place, reference, words) ->
                assertThat(words.keySet()).as("keys of %s", place).isEqualTo(reference.keySet()));
    }

    @Test
    void no_word_is_empty_and_none_is_written_twice() {
        eachTranslation((place, _, words) -> assertThat(words).as(place).allSatisfy((key, values) -> {
            assertThat(values).as("values of %s", key).hasSize(1);
            assertThat(values.getFirst()).as(key).isNotBlank();
        }));
    }

    @Test
    void translations_fill_in_the_same_values() {
        eachTranslation((place, reference, words) -> words.forEach((key, values) -> {
            var original = reference.get(key);
            if (original != null) {
                assertThat(placeholders(values))
                        .as("placeholders of %s in %s", key, place)
                        .isEqualTo(placeholders(original));
            }
        }));
    }

    /// `MessageFormat` takes a lone apostrophe for a quotation mark and swallows the values behind it.
    @Test
    void apostrophes_beside_values_are_doubled() {
        eachTranslation((place, _, words) -> {
            if (place.startsWith("words/")) {
                assertThat(words)
                        .as(place)
                        .allSatisfy((key, values) -> assertThat(values)
                                .as(key)
                                .noneMatch(value -> value.contains("{")
                                        && value.replace("''", "").contains("'")));
            }
        });
    }

    @Test
    void templates_say_nothing_by_themselves() {
        assertThat(inTemplates(TemplateText::literals))
                .as("literal words in templates")
                .isEmpty();
    }

    /// The content policy refuses them in the browser; here the author learns it earlier.
    @Test
    void templates_carry_no_inline_script_or_style() {
        assertThat(inTemplates(TemplateText::inline))
                .as("inline script or style")
                .isEmpty();
    }

    @Test
    void literal_words_are_found_where_a_person_would_read_them() {
        var template = """
                {@java.lang.String name}
                <!doctype html><!-- not shown -->
                <p title="Close it">{tickets:solve} {#if name}&nbsp;x{/if}</p>
                <a href="/somewhere" class="btn {#if a > b}on{/if}" aria-label='{ui:close}'>Open</a>
                <kbd translate="no">Enter</kbd> {! a remark !}
                <script src="/x.js" type="module"></script><b onclick="go()">{|raw words|}</b>
                """;

        assertThat(TemplateText.literals(template))
                .extracting(TemplateText.Literal::line, TemplateText.Literal::place, TemplateText.Literal::text)
                .containsExactly(
                        tuple(3, "title", "Close it"), tuple(4, "text", "Open"), tuple(6, "text", "{|raw words|}"));
        assertThat(TemplateText.inline(template))
                .extracting(TemplateText.Literal::text)
                .containsExactly("onclick=");
    }

    private interface Finder {
        List<TemplateText.Literal> in(String template);
    }

    private interface Check {
        void of(String place, Map<String, List<String>> reference, Map<String, List<String>> words);
    }

    private static List<String> inTemplates(Finder finder) {
        var found = new ArrayList<String>();
        for (var file : House.files(TEMPLATES, file -> House.nameOf(file).endsWith(".html"))) {
            for (var literal : finder.in(House.text(file))) {
                found.add("%s:%d %s: %s".formatted(file, literal.line(), literal.place(), literal.text()));
            }
        }
        return found;
    }

    /// Spanish is the language the product speaks by default, so the others are held against it.
    private static void eachTranslation(Check check) {
        words().forEach((feature, languages) -> {
            var reference = languages.getOrDefault("es", Map.of());
            languages.forEach((language, words) -> check.of(feature + "_" + language, reference, words));
        });
    }

    private static List<Path> files() {
        return Stream.of(MESSAGES, WORDS)
                .flatMap(folder -> House.files(folder, _ -> true).stream())
                .toList();
    }

    private static Map<String, Map<String, Map<String, List<String>>>> words() {
        var features = new TreeMap<String, Map<String, Map<String, List<String>>>>();
        for (var file : files()) {
            var name = FILE.matcher(House.nameOf(file));
            if (name.matches()) {
                features.computeIfAbsent(file.getParent().getFileName() + "/" + name.group(1), _ -> new TreeMap<>())
                        .put(name.group(2), words(file));
            }
        }
        return features;
    }

    private static Map<String, List<String>> words(Path file) {
        var words = new TreeMap<String, List<String>>();
        var reader = new Properties() {
            @Override
            public synchronized Object put(Object key, Object value) {
                words.computeIfAbsent(key.toString(), _ -> new ArrayList<>()).add(value.toString());
                return super.put(key, value);
            }
        };
        try {
            reader.load(new StringReader(House.text(file)));
        } catch (IOException | IllegalArgumentException e) {
            throw new AssertionError(file + " cannot be read", e);
        }
        return words;
    }

    private static TreeSet<String> placeholders(List<String> values) {
        return values.stream()
                .flatMap(value -> PLACEHOLDER.matcher(value).results())
                .map((MatchResult found) -> found.group(1))
                .collect(toCollection(TreeSet::new));
    }
}
