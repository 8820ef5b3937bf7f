package app.lienzo.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.qute.Engine;
import io.quarkus.qute.ReflectionValueResolver;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OuterNamesTest {
    /// @param name of a thing; null for one without
    public record Thing(String name, List<String> parts) {}

    private static final Map<String, Object> DATA = Map.of(
            "title",
            "Outside",
            "name",
            "of the page",
            "things",
            List.of(new Thing("a", List.of("1", "2")), nameless()));

    @ParameterizedTest
    @DisplayName("A name in a loop, a let or an included page is what it is without the short way, inner ones first")
    @CsvSource(
            delimiter = '|',
            value = {
                "{#for t in things}{title} {t.name ?: 'none'};{/for} | Outside a;Outside none;",
                "{#for t in things}{#for p in t.parts}{p}{title}{t_count}{/for}{/for} | 1Outside12Outside1",
                "{#for t in things}{#let title=t.name}{title ?: name}{/let}{title};{/for} | aOutside;of the pageOutside;",
                "{#for t in things}{#with t}{name ?: 'none'}{/with};{/for} | a;none;",
                "{#for t in things}{name.length}{missing ?: '-'};{/for} | 11-;11-;",
                "{#include frame}{#for t in things}{t_index}{title}{/for}{/include} | <0Outside1Outside>",
                "{#each things}{it.name ?: title}{it_hasNext}{/each} | atrueOutsidefalse"
            })
    void it_finds_what_the_engine_finds(String template, String expected) {
        assertThat(List.of(rendered(engine(true), template), rendered(engine(false), template)))
                .containsOnly(expected);
    }

    @SuppressWarnings("NullAway")
    private static Thing nameless() {
        return new Thing(null, List.of());
    }

    private static String rendered(Engine engine, String template) {
        return engine.parse(template).data(DATA).render();
    }

    private static Engine engine(boolean shortWay) {
        var builder = Engine.builder().addDefaults().addValueResolver(new ReflectionValueResolver());
        if (shortWay) builder.addValueResolver(new OuterNames());
        var engine = builder.build();
        engine.putTemplate("frame", engine.parse("<{#insert /}>"));
        return engine;
    }
}
