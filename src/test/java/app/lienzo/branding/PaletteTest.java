package app.lienzo.branding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PaletteTest {
    static Stream<Rgb> colors() {
        var random = new Random(4711);
        var extremes = Stream.of(
                        "#000000", "#ffffff", "#ffff00", "#00ff00", "#0000ff", "#ff0000", "#00ffff", "#ff00ff",
                        "#808080", "#767676", "#777777", "#0b7a75", "#4f46e5", "#010101", "#fefefe", "#161b22",
                        "#f5f6f8")
                .map(Rgb::of);
        var others = IntStream.range(0, 1_500)
                .mapToObj(_ -> new Rgb(random.nextInt(256), random.nextInt(256), random.nextInt(256)));
        return Stream.concat(extremes, others);
    }

    @Test
    void whatever_the_brand_everything_can_be_read() {
        colors().forEach(brand -> {
            var palette = Palette.of(brand, brand);
            atLeast(4.5, palette.ink(), brand, brand);
            atLeast(4.5, palette.accentInk(), brand, brand);
            atLeast(palette.ink().contrast(brand), palette.ink(), palette.strong(), brand);
            atLeast(4.5, Rgb.WHITE, palette.deep(), brand);
            canBeRead(palette.light(), Theme.LIGHT, brand);
            canBeRead(palette.dark(), Theme.DARK, brand);
        });
    }

    private static void canBeRead(Shades shades, Theme theme, Rgb brand) {
        for (var ground : new Rgb[] {theme.surface(), theme.ground(), shades.soft()}) {
            atLeast(4.5, shades.text(), ground, brand);
            atLeast(3, shades.edge(), ground, brand);
            atLeast(4.5, theme.ink(), ground, brand);
            atLeast(4.5, theme.inkSoft(), ground, brand);
        }
        for (var rail : new Rgb[] {shades.rail(), shades.railActive()}) atLeast(4.5, Rgb.WHITE, rail, brand);
        atLeast(4.5, shades.railSoft(), shades.rail(), brand);
    }

    private static void atLeast(double wanted, Rgb one, Rgb other, Rgb brand) {
        assertThat(one.contrast(other))
                .as("%s on %s for the brand %s", one.hex(), other.hex(), brand.hex())
                .isGreaterThanOrEqualTo(wanted - 0.0001);
    }

    @ParameterizedTest
    @MethodSource("colors")
    void white_is_preferred_where_it_can_be_read(Rgb brand) {
        boolean white = brand.contrast(Rgb.WHITE) >= 4.5;
        assertThat(Palette.inkOn(brand).equals(Rgb.WHITE)).isEqualTo(white);
    }

    @Test
    void a_colour_goes_through_the_eye_and_back() {
        colors().forEach(color -> {
            var back = Oklab.of(color).rgb();
            assertThat(Math.abs(back.red() - color.red())).isLessThanOrEqualTo(1);
            assertThat(Math.abs(back.green() - color.green())).isLessThanOrEqualTo(1);
            assertThat(Math.abs(back.blue() - color.blue())).isLessThanOrEqualTo(1);
        });
    }

    @Test
    void the_stylesheet_holds_tokens_and_nothing_else() {
        assertThat(Stylesheet.of(Palette.of(Rgb.of("#0b7a75"), Rgb.of("#f2a65a"))))
                .startsWith(":root{--brand:#0b7a75;--brand-rgb:11,122,117;--brand-ink:#ffffff;")
                .matches("(?s):root\\{(--[a-z-]+:[#a-z0-9,()-]+;)+}\\n");
    }
}
