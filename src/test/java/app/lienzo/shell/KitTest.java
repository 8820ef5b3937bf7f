package app.lienzo.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class KitTest {
    private static final Assets ASSETS = new Assets();

    @Test
    void what_browsers_load_names_neither_the_product_nor_what_it_is_made_of() {
        assertThat(text("app.css"))
                .doesNotContainIgnoringCase("lienzo")
                .doesNotContainIgnoringCase("tabler")
                .doesNotContainIgnoringCase("tblr")
                .doesNotContain("/*", "sourceMappingURL", "facebook", "codecalm");
        assertThat(text("icons.woff2")).doesNotContainIgnoringCase("tabler");
    }

    @Test
    void nothing_of_the_kits_own_blue_is_left() {
        assertThat(text("app.css")).doesNotContain("#066fd1", "6,111,209", "6, 111, 209", "%23066fd1", "#4299e1");
        var bluish = Pattern.compile("rgb\\((\\d+(?:\\.\\d+)?), (\\d+(?:\\.\\d+)?), (\\d+(?:\\.\\d+)?)\\)")
                .matcher(text("app.css"))
                .results()
                .filter(color -> shadeOfTheBlue(
                        Double.parseDouble(color.group(1)),
                        Double.parseDouble(color.group(2)),
                        Double.parseDouble(color.group(3))))
                .map(color -> color.group());
        assertThat(bluish).isEmpty();
    }

    @Test
    void dark_rules_follow_the_system_too() {
        assertThat(Kit.whiteLabel("a{b:c}[data-bs-theme=dark] .x{--tblr-y:z}"))
                .isEqualTo("a{b:c}[data-theme=dark] .x{--kit-y:z}@media (prefers-color-scheme:dark){"
                        + ":root:not([data-theme=light]) .x{--kit-y:z}}");
    }

    @Test
    void the_stylesheet_is_whole() {
        var css = text("app.css");
        assertThat(css)
                .startsWith("@layer kit, tokens, base, layout, console, pages;")
                .contains(".row-card", ".signin");
        assertThat(css.chars().filter(c -> c == '{').count())
                .isEqualTo(css.chars().filter(c -> c == '}').count());
    }

    @Test
    void addresses_change_with_the_contents_and_mistakes_are_heard() {
        assertThat(ASSETS.path("app.css")).matches("/assets/[0-9a-f]{12}/app\\.css");
        assertThat(ASSETS.find("htmx.js"))
                .get()
                .matches(asset -> asset.mediaType().startsWith("text/javascript"));
        assertThatThrownBy(() -> ASSETS.path("ap.css")).hasMessageContaining("ap.css");
    }

    /// On the straight line from black or white to the kit's blue, give or take two.
    private static boolean shadeOfTheBlue(double red, double green, double blue) {
        for (double share = 0.05; share <= 1; share += 0.05) {
            for (int end : new int[] {0, 255}) {
                if (near(red, 6, end, share) && near(green, 111, end, share) && near(blue, 209, end, share))
                    return true;
            }
        }
        return false;
    }

    private static boolean near(double channel, double kit, double end, double share) {
        return Math.abs(channel - (share * kit + (1 - share) * end)) < 2;
    }

    private static String text(String name) {
        return new String(ASSETS.find(name).orElseThrow().content(), StandardCharsets.ISO_8859_1);
    }
}
