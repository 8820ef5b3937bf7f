package app.lienzo.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
    private static final MailColors COLORS = new MailColors("#0b7a75", "#ffffff", "#0b7a75", "#0b7a75", "#7fd0cb");

    private static final MailKind KIND = new MailKind() {
        @Override
        public String name() {
            return "test";
        }

        @Override
        public List<String> values() {
            return List.of("name", "link");
        }

        @Override
        public Map<String, String> sample(Locale language) {
            return Map.of();
        }
    };

    private static String html(String body, String name) {
        return HtmlBody.of(Markdown.parse(body), values(name), COLORS, "Copy this:");
    }

    private static String text(String body, String name) {
        return TextBody.of(Markdown.parse(body), values(name));
    }

    private static Map<String, String> values(String name) {
        return Map.of("name", name, "link", "https://aurora.example/x?a=1&b=2");
    }

    private static List<TemplateFault.Kind> faults(String subject, String body) {
        return TemplateFaults.of(new TemplateText(subject, body), KIND).stream()
                .map(TemplateFault::kind)
                .toList();
    }

    @Test
    void a_paragraph_that_is_one_link_is_the_button() {
        assertThat(html("[Open]({{link}})", "Ana"))
                .contains("role=\"presentation\"")
                .contains("href=\"https://aurora.example/x?a=1&amp;b=2\"")
                .contains("Copy this:");
        assertThat(html("Please [open]({{link}}) it", "Ana")).doesNotContain("<table");
        assertThat(text("[Open]({{link}})", "Ana")).isEqualTo("Open:\nhttps://aurora.example/x?a=1&b=2");
    }

    @Test
    void plain_text_is_written_as_a_person_would() {
        var body = """
                # Welcome, {{name}}

                First line of a paragraph that is long enough to be broken somewhere before its end is reached, **surely**.

                - one
                - two [here](https://a.example/)
                  - inner

                1. first
                2. second

                Last\\
                line
                """;
        assertThat(text(body, "Ana")).isEqualTo("""
                Welcome, Ana
                ============

                First line of a paragraph that is long enough to be broken somewhere
                before its end is reached, surely.

                - one
                - two here (https://a.example/)
                  - inner

                1. first
                2. second

                Last
                line""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "[click](https://evil.example)",
                "**bold** _soft_ `code` # heading",
                "{{link}}",
                "{{name}}{{link}}",
                "<https://evil.example>",
                "![x](https://evil.example/pixel.png)",
                "&lt;b&gt;",
                "$0 \\1 ${x}"
            })
    @DisplayName("X11, M06: a value is text: no markup, no link, no other placeholder")
    void a_value_is_text(String value) {
        var html = html("Hello {{name}}, *{{name}}* and [{{name}}]({{link}}).", value);
        assertThat(html)
                .doesNotContain("<script", "<img", "<b>", "href=\"https://evil")
                .contains("<em>" + HtmlBody.escaped(value) + "</em>");
        assertThat(html.split("<a ", -1))
                .as("the link of the template and no other")
                .hasSize(2);
        assertThat(text("Hello {{name}}!", value)).isEqualTo("Hello " + value + "!");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{inject:formToken.value}",
                "{cdi:vault}",
                "{config:lienzo.secret}",
                "{#include layout/base /}",
                "{#for i in 100000000}x{/for}",
                "${7*7}",
                "#{7*7}",
                "<%= 7*7 %>",
                "{%raw%}"
            })
    @DisplayName("X11: the languages of template engines are text")
    void other_engines_are_text(String body) {
        assertThat(html("Hi " + body, "Ana")).contains(HtmlBody.escaped(body)).doesNotContain(">49<", " 49");
        assertThat(faults("Hi", body + " {{link}}")).isEmpty();
    }

    @Test
    @DisplayName("X11: unknown, broken and missing placeholders are named")
    void wrong_placeholders_are_named() {
        assertThat(faults("Hi {{nobody}}", "[x]({{link}})")).containsExactly(TemplateFault.Kind.PLACEHOLDER_UNKNOWN);
        assertThat(faults("Hi", "Hello {{name}}")).containsExactly(TemplateFault.Kind.PLACEHOLDER_MISSING);
        assertThat(faults("Hi", "{{#each x}} {{ name }} {{name [x]({{link}})"))
                .containsOnly(TemplateFault.Kind.PLACEHOLDER_BROKEN);
        assertThat(faults("", " ")).contains(TemplateFault.Kind.MISSING, TemplateFault.Kind.PLACEHOLDER_MISSING);
        assertThat(faults("x".repeat(151), "y".repeat(10_001) + "{{link}}"))
                .containsExactly(TemplateFault.Kind.TOO_LONG, TemplateFault.Kind.TOO_LONG);
        assertThat(faults("Hi {{name}}", "[x]({{link}})")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "//evil.example",
                "{{name}}",
                "https://a.example/{{name}}"
            })
    @DisplayName("X11: a link leads to the web, to a mailbox or where the kind of mail says")
    void other_links_are_refused(String destination) {
        assertThat(faults("Hi", "[a](" + destination + ") [x]({{link}})")).contains(TemplateFault.Kind.LINK_REFUSED);
    }

    @Test
    @DisplayName("X11: what is written to exhaust us is refused or harmless")
    void bombs_are_harmless() {
        assertThat(faults("Hi", "- ".repeat(4_000) + "{{link}}")).contains(TemplateFault.Kind.NESTED_TOO_DEEP);
        for (var bomb : List.of(
                "[".repeat(9_000), "*a ".repeat(3_000), "**a ".repeat(2_400), "`".repeat(9_000), "{{".repeat(4_900))) {
            long begun = System.nanoTime();
            var faults = faults("Hi", bomb + " {{link}}");
            if (!faults.contains(TemplateFault.Kind.NESTED_TOO_DEEP)) html(bomb, "Ana");
            assertThat((System.nanoTime() - begun) / 1_000_000)
                    .as(bomb.substring(0, 4))
                    .isLessThan(2_000);
        }
    }
}
