package app.lienzo.branding;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ContrastTest {
    @Test
    @DisplayName(
            "X12: fix it finds the nearest shade that is read with white, for any colour, and leaves a good one alone")
    void the_nearest_shade_that_is_read() {
        PaletteTest.colors().forEach(color -> {
            var fixed = Rgb.of(Contrast.fixed(color.hex()));
            assertThat(fixed.contrast(Rgb.WHITE)).as(color.hex()).isGreaterThanOrEqualTo(Contrast.TEXT);
            if (color.contrast(Rgb.WHITE) >= Contrast.TEXT) assertThat(fixed).isEqualTo(color);
            else
                assertThat(Oklab.of(fixed)
                                .at(Oklab.of(fixed).lightness() + 0.012)
                                .rgb()
                                .contrast(Rgb.WHITE))
                        .as("a little lighter than %s for %s would be too light", fixed.hex(), color.hex())
                        .isLessThan(Contrast.TEXT);
        });
    }

    @Test
    void fixing_keeps_the_hue() {
        PaletteTest.colors().filter(color -> chroma(Oklab.of(color)) > 0.08).forEach(color -> {
            var fixed = Oklab.of(Rgb.of(Contrast.fixed(color.hex())));
            if (chroma(fixed) < 0.03) return;
            double turn = Math.abs(hue(fixed) - hue(Oklab.of(color)));
            assertThat(Math.min(turn, 2 * Math.PI - turn)).as(color.hex()).isLessThan(0.06);
        });
    }

    @Test
    void the_number_never_says_more_than_there_is() {
        var contrast = Contrast.of("#767676").orElseThrow();
        assertThat(contrast.good()).isTrue();
        assertThat(contrast.shown(Locale.of("en"))).isEqualTo("4.5");
        assertThat(contrast.shown(Locale.of("es"))).isEqualTo("4,5");
        var light = Contrast.of("#f2a65a").orElseThrow();
        assertThat(light.good()).isFalse();
        assertThat(light.white()).isFalse();
        assertThat(light.inkRatio()).isGreaterThan(Contrast.TEXT);
        assertThat(Contrast.of("red;}body{")).isEmpty();
        assertThat(Contrast.fixed("url()")).isEqualTo("url()");
    }

    @Test
    void a_logo_suggests_its_colours_and_no_greys() throws IOException {
        var logo = new BufferedImage(200, 100, BufferedImage.TYPE_INT_ARGB);
        var pen = logo.createGraphics();
        pen.setColor(new Color(0x0b7a75));
        pen.fillRect(0, 0, 100, 100);
        pen.setColor(new Color(0xf2a65a));
        pen.fillRect(100, 0, 40, 100);
        pen.setColor(new Color(0x777777));
        pen.fillRect(140, 0, 30, 100);
        pen.dispose();
        var png = new ByteArrayOutputStream();
        ImageIO.write(logo, "png", png);
        assertThat(LogoColors.of(png.toByteArray())).containsExactly("#0b7a75", "#f2a65a");
        assertThat(LogoColors.of(new byte[] {1, 2, 3})).isEmpty();
    }

    private static double chroma(Oklab color) {
        return Math.hypot(color.a(), color.b());
    }

    private static double hue(Oklab color) {
        return Math.atan2(color.b(), color.a());
    }
}
