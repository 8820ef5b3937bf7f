package app.lienzo.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.qute.Engine;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Results;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.ValueResolver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OuterNamesTest {
    /// @param name of a thing; null for one without
    public record Thing(String name, List<String> parts) {}

    private static final Map<String, Object> DATA = data();

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
                "{#each things}{it.name ?: title}{it_hasNext}{/each} | atrueOutsidefalse",
                "{#include frame}{title}{nobody.title ?: '-'}{#if nobody}{nobody.title}{/if}{/include} | <Outside->",
                "{#include frame}{#let t=name}{#include inner /}{t}{/let}{/include} | <of the pageOutsideof the page>"
            })
    void it_finds_what_the_engine_finds(String template, String expected) {
        assertThat(List.of(rendered(engine(true), template), rendered(engine(false), template)))
                .containsOnly(expected);
    }

    @Test
    @DisplayName("No other resolver is asked for a name that stands outside")
    void nobody_else_is_asked() {
        var asked = new Asked(new ArrayList<>());
        var builder = Engine.builder()
                .addDefaults()
                .addValueResolver(new OuterNames())
                .addValueResolver(asked);
        var engine = builder.build();
        engine.putTemplate("frame", engine.parse("<{#insert /}>"));
        var page = engine.parse("{#include frame}{#if title}{title}{/if}{#for t in things}{name}{/for}{/include}");
        assertThat(filled(page).render()).isEqualTo("<Outsideof the pageof the page>");
        assertThat(asked.names).isEmpty();
    }

    /// Stands behind all others, and hears of what none of them found.
    private record Asked(List<String> names) implements ValueResolver {
        @Override
        public int getPriority() {
            return Integer.MIN_VALUE;
        }

        @Override
        public boolean appliesTo(EvalContext asked) {
            names.add(asked.getName());
            return false;
        }

        @Override
        public CompletionStage<Object> resolve(EvalContext asked) {
            return Results.notFound(asked);
        }
    }

    private static Map<String, Object> data() {
        var data = new HashMap<String, Object>();
        data.put("title", "Outside");
        data.put("name", "of the page");
        data.put("nobody", null);
        data.put("things", List.of(new Thing("a", List.of("1", "2")), nameless()));
        return data;
    }

    @SuppressWarnings("NullAway")
    private static Thing nameless() {
        return new Thing(null, List.of());
    }

    private static String rendered(Engine engine, String template) {
        return filled(engine.parse(template)).render();
    }

    private static TemplateInstance filled(Template template) {
        var instance = template.instance();
        DATA.forEach(instance::data);
        return instance;
    }

    private static Engine engine(boolean shortWay) {
        var builder = Engine.builder().addDefaults().addValueResolver(new ReflectionValueResolver());
        if (shortWay) builder.addValueResolver(new OuterNames());
        var engine = builder.build();
        engine.putTemplate("frame", engine.parse("<{#insert /}>"));
        engine.putTemplate("inner", engine.parse("{t}{title}"));
        return engine;
    }
}
