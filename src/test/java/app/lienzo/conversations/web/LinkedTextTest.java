package app.lienzo.conversations.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkedTextTest {
    @Test
    void an_address_becomes_a_link_and_the_words_around_it_stay() {
        assertThat(LinkedText.of("Mira https://example.com/a?b=1&c=2, por favor.")
                        .parts())
                .containsExactly(
                        new LinkedText.Part("Mira ", null),
                        new LinkedText.Part("https://example.com/a?b=1&c=2", "https://example.com/a?b=1&c=2"),
                        new LinkedText.Part(", por favor.", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,hello",
                "https://",
                "http:///path",
                "xhttps://example.com",
                "www.example.com"
            })
    void what_leads_nowhere_safe_stays_text(String text) {
        assertThat(LinkedText.of(text).parts()).containsExactly(new LinkedText.Part(text, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a.example <b>x</b>",
                "(see https://a.example/b_(c)).",
                "https://a.example\nhttps://b.example/",
                ""
            })
    void nothing_is_lost_or_added(String text) {
        assertThat(LinkedText.of(text).parts().stream()
                        .map(LinkedText.Part::text)
                        .collect(Collectors.joining()))
                .isEqualTo(text);
    }

    @Test
    void a_bracket_that_was_opened_inside_belongs_to_the_address() {
        assertThat(links("https://en.example/wiki/Lienzo_(lona) (https://b.example)"))
                .containsExactly("https://en.example/wiki/Lienzo_(lona)", "https://b.example");
    }

    private static List<String> links(String text) {
        return LinkedText.of(text).parts().stream()
                .map(LinkedText.Part::link)
                .filter(link -> link != null)
                .toList();
    }
}
