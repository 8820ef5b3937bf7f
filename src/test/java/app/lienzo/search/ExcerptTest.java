package app.lienzo.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ExcerptTest {

    @Test
    void words_are_found_whatever_their_case_their_accents_and_their_ending() {
        assertThat(marked("factura impresora", "Las FACTURAS de la Impresión: la impresora no imprime"))
                .isEqualTo("Las [FACTURAS] de la Impresión: la [impresora] no imprime");
        assertThat(marked("facturacion", "La facturación de ayer")).isEqualTo("La [facturación] de ayer");
        assertThat(marked("informaçao", "Mais informações, por favor")).isEqualTo("Mais [informações], por favor");
        assertThat(marked("ana@example.com", "Escribe a ana@example.com.")).isEqualTo("Escribe a [ana@example.com].");
    }

    @Test
    void an_excerpt_stands_around_the_first_hit_and_breaks_no_word() {
        var text = "palabra ".repeat(50) + "aguja en el pajar " + "palabra ".repeat(50);
        var excerpt = text(Excerpt.of(List.of("aguja")).around(text, 80));
        assertThat(excerpt)
                .startsWith("… palabra")
                .contains("[aguja] en el pajar")
                .endsWith("palabra …");
        assertThat(excerpt.length()).isLessThan(110);
        assertThat(Excerpt.of(List.of("nada")).around(text, 80)).isEmpty();
    }

    @Test
    @DisplayName("X02: markup is a text like any other, and so are halves of characters")
    void markup_is_text() {
        var parts = Excerpt.of(List.of("script")).mark("<script>alert('x')</script> & \uD83D\uDE00");
        assertThat(parts.stream().map(SearchHit.Part::text).collect(Collectors.joining()))
                .isEqualTo("<script>alert('x')</script> & \uD83D\uDE00");
        assertThat(parts).contains(new SearchHit.Part("script", true)).doesNotContain(new SearchHit.Part("<", true));
    }

    @Test
    @DisplayName("H10: nothing that is typed means anything to a query's language")
    void words_are_taken_apart() {
        assertThat(Wanted.read("a:* & !b | (c <-> d) 'e' \\f \"g").words())
                .containsExactly("a", "b", "c", "d", "e", "f", "g");
        assertThat(Wanted.read("#0123").number()).hasValue(123);
        assertThat(Wanted.read("12345678901234567890").number()).isEmpty();
        assertThat(Wanted.read("%_%").empty()).isTrue();
        assertThat(Wanted.read("x ".repeat(1000)).words()).hasSize(Wanted.WORDS_MAX);
        assertThat(Wanted.read("+34600111222").words()).containsExactly("34600111222");
    }

    private static String marked(String typed, String text) {
        return text(Excerpt.of(Wanted.read(typed).words()).mark(text));
    }

    private static String text(List<SearchHit.Part> parts) {
        return parts.stream()
                .map(part -> part.hit() ? "[" + part.text() + "]" : part.text())
                .collect(Collectors.joining());
    }
}
