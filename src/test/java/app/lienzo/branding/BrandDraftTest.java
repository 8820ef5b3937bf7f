package app.lienzo.branding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrandDraftTest {
    @Test
    void texts_are_made_safe() {
        var brand = draft("  Au\u202Erora ", "#0B7A75", "https://aurora.example/ayuda")
                .checked();
        assertThat(brand.name()).isEqualTo("Aurora");
        assertThat(brand.color()).isEqualTo("#0b7a75");
        assertThat(brand.contact().helpUrl()).isEqualTo("https://aurora.example/ayuda");
        assertThatThrownBy(() -> draft("\u200B", "#0b7a75", null).checked()).hasMessage("brand-name-missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"red;}body{", "#12345g", "url()", "#fff", "#0b7a75 ", "#0b7a75;", "", "oklch(1 0 0)", "#0b7a7५"})
    void a_colour_is_six_hexadecimal_digits(String color) {
        assertThatThrownBy(() -> draft("Aurora", color, null).checked()).hasMessage("brand-color-invalid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                "data:text/html,x",
                "//evil.example",
                "/help",
                "https:",
                "https://user@evil.example",
                "ftp://x.example",
                "mailto:",
                "mailto:a@b.example?bcc=c@d.example",
                "vbscript:x"
            })
    void a_link_leads_somewhere_harmless(String link) {
        assertThatThrownBy(() -> draft("Aurora", "#0b7a75", link).checked()).hasMessage("brand-link-invalid");
    }

    @Test
    void the_hash_follows_whatever_may_be_cached() {
        var brand = BrandView.of(draft("Aurora", "#0b7a75", null));
        assertThat(brand.hash()).matches("[0-9a-f]{16}");
        assertThat(brand).isEqualTo(BrandView.of(draft("Aurora", "#0b7a75", null)));
        assertThat(brand.hash())
                .isNotEqualTo(BrandView.of(draft("Aurora", "#0b7a76", null)).hash());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Aurora", "Órbita", "9 to 5", "Жар", "東京", "🎉", "ß"})
    void every_name_has_an_icon(String name) throws IOException {
        var brand = BrandView.neutral(name);
        var icon = ImageIO.read(new ByteArrayInputStream(Icon.png(brand.initial(), brand.palette(), 192)));
        assertThat(icon.getWidth()).isEqualTo(192);
        assertThat(icon.getRGB(0, 0) >>> 24).as("the corner is transparent").isZero();
        assertThat(icon.getRGB(96, 8)).isEqualTo(0xFF475569);
    }

    private static BrandDraft draft(String name, String color, @Nullable String link) {
        return new BrandDraft(
                name,
                null,
                null,
                color,
                "#f2a65a",
                BrandPicture.Files.NONE,
                new BrandContact(null, null, link, null, null, null),
                List.of(),
                null);
    }
}
