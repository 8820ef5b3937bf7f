package app.lienzo.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RichTextTest {
    @Test
    void what_people_type_gets_its_form() {
        assertThat(RichText.ofMarkdown("Hola **Ana**\nlínea dos\n\n* uno\n* dos"))
                .isEqualTo("<p>Hola <strong>Ana</strong><br />línea dos</p>\n<ul><li>uno</li><li>dos</li></ul>");
    }

    @Test
    void an_address_is_a_link_without_the_full_stop_behind_it() {
        assertThat(RichText.ofMarkdown("Mira https://example.com/a."))
                .contains("<a href=\"https://example.com/a\"")
                .contains("noopener")
                .endsWith("</a>.</p>");
    }

    @Test
    void html_that_people_type_is_text() {
        assertThat(RichText.ofMarkdown("<b>x</b> <script>alert(1)</script>")).doesNotContain("<b>", "<script");
    }

    @DisplayName("X03: attributes of scripts, forms, frames and clobbering names are gone")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p hx-get=/x data-hx-on:click=a() onclick=a() id=csrf-token class=modal style=color:red>x</p>",
                "<form action=//evil><input name=password><button>x</button></form>",
                "<base href=//evil><meta http-equiv=refresh content=0;url=//evil>x",
                "<iframe srcdoc='<script>a()</script>'></iframe><object data=x></object><embed src=x>x",
                "<svg onload=a()><script>a()</script></svg><math><mtext></p><img src=x onerror=a()></mtext></math>x",
                "<a href='java&#10;script:a()'>x</a><a href=' javascript:a()'>x</a><a href='data:text/html,x'>x</a>",
                "<a href='/sign-out'>x</a><a href='//evil'>x</a>",
                "<img src=x onerror=a()><video src=x></video><link rel=stylesheet href=//evil><style>*{}</style>x",
                "<noscript><p title=\"</noscript><img src=x onerror=a()>\">x</p></noscript>",
                "<select><option>x</select><textarea></textarea><dialog open>x</dialog><template>x</template>"
            })
    void nothing_that_runs_loads_or_leads_astray_is_left(String html) {
        assertThat(RichText.ofHtml(html))
                .doesNotContainPattern(
                        "(?i)<(script|style|img|svg|iframe|form|input|base|meta|object|embed|link|video)")
                .doesNotContainPattern("(?i)\\s(on[a-z]+|hx-|data-|id|class|style|src|name)[a-z:-]*=")
                .doesNotContainPattern("(?i)href=\"(?!https?://|mailto:|tel:)");
    }

    @Test
    void what_is_read_is_what_was_written() {
        var html = RichText.ofMarkdown("# Uno & dos\n\nana@example.com = **3** {{x}} `a < b`\n\n* a\n* b");
        assertThat(RichText.plain(html)).isEqualTo("Uno & dos\nana@example.com = 3 {{x}} a < b\na\nb");
    }

    static Stream<Arguments> bombs() {
        return Stream.of(
                Arguments.of("open attributes", "<a href='".repeat(50_000)),
                Arguments.of("nested blocks", "<div>".repeat(100_000)),
                Arguments.of("nested tables", "<table><tr><td>".repeat(2_000)),
                Arguments.of("formatting to be repeated", "<b><i><u><s><p>".repeat(1_190)),
                Arguments.of("twenty megabytes", "x".repeat(20_000_000)),
                Arguments.of("entities", "&amp;".repeat(1_000_000)),
                Arguments.of("entities below the limit", "&#x1F600;".repeat(33_000)),
                Arguments.of("comments", "<!--".repeat(5_900)),
                Arguments.of("end tags", "</p>".repeat(5_900)));
    }

    @DisplayName("X05: no bomb takes longer than two seconds")
    @ParameterizedTest(name = "{0}")
    @MethodSource("bombs")
    void html_bombs_are_shown_as_text(String name, String bomb) {
        assertTimeout(Duration.ofSeconds(2), () -> RichText.plain(RichText.ofHtml(bomb)));
    }

    static Stream<Arguments> markdownBombs() {
        return Stream.of(
                Arguments.of("quotes", ">".repeat(100_000)),
                Arguments.of("quotes with spaces", "> ".repeat(59) + "x"),
                Arguments.of("lists", "* ".repeat(50_000)),
                Arguments.of("numbers", "1. ".repeat(30_000)),
                Arguments.of("open brackets", "[".repeat(100_000)),
                Arguments.of("open brackets below the limit", "[".repeat(3_999)),
                Arguments.of("links in links", "[a](".repeat(3_999)),
                Arguments.of("stars", "*a **a ".repeat(2_600)),
                Arguments.of("back ticks", "`a``b```c".repeat(600)),
                Arguments.of("references", "[a]: x\n".repeat(40_000)),
                Arguments.of("deeper with every line", "  ".repeat(100).lines().toList() + "\n- a".repeat(20_000)),
                Arguments.of("angles", "<a ".repeat(5_900)),
                Arguments.of("addresses", "https://a ".repeat(29_000)));
    }

    @DisplayName("X05: no typed bomb takes longer than two seconds")
    @ParameterizedTest(name = "{0}")
    @MethodSource("markdownBombs")
    void typed_bombs_are_shown_as_text(String name, String bomb) {
        assertTimeout(Duration.ofSeconds(2), () -> RichText.plain(RichText.ofMarkdown(bomb)));
    }
}
