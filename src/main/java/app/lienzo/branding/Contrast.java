package app.lienzo.branding;

import java.util.Locale;
import java.util.Optional;

/// How well a brand's colour is read, and which shade of it would be (WCAG 2.2, 1.4.3). A colour that is not read well
/// with white still works: pages then write on it in black and take a darker shade for text. A designer wants to know.
///
/// @param ratio with white, as text on it or under it: 1 to 21
/// @param ink `#rrggbb` that pages write on it
/// @param inkRatio how well that is read
/// @param text `#rrggbb` that pages take for links on white
/// @param textOnDark the same for dark pages
public record Contrast(double ratio, String ink, double inkRatio, String text, String textOnDark) {
    /// AA for text.
    public static final double TEXT = 4.5;

    private static final double STEP = 0.002;

    /// Nothing for what is no colour.
    public static Optional<Contrast> of(String color) {
        return Rgb.read(color).map(Contrast::of);
    }

    private static Contrast of(Rgb color) {
        var ink = Palette.inkOn(color);
        return new Contrast(
                color.contrast(Rgb.WHITE),
                ink.hex(),
                color.contrast(ink),
                Shades.of(color, Theme.LIGHT).text().hex(),
                Shades.of(color, Theme.DARK).text().hex());
    }

    public boolean good() {
        return ratio >= TEXT;
    }

    /// Whether pages write on it in white.
    public boolean white() {
        return ink.equals(Rgb.WHITE.hex());
    }

    /// To one digit, rounded down, so that it never says more than there is.
    public String shown(Locale language) {
        return String.format(language, "%.1f", Math.floor(10 * ratio) / 10);
    }

    public String inkShown(Locale language) {
        return String.format(language, "%.1f", Math.floor(10 * inkRatio) / 10);
    }

    /// The nearest shade of the same hue that is read with white: the colour itself when it already is.
    ///
    /// @param color `#rrggbb`; anything else comes back as it is
    public static String fixed(String color) {
        return Rgb.read(color).map(Contrast::fixed).map(Rgb::hex).orElse(color);
    }

    private static Rgb fixed(Rgb color) {
        if (color.contrast(Rgb.WHITE) >= TEXT) return color;
        var seen = Oklab.of(color);
        for (double lightness = seen.lightness(); lightness > 0; lightness -= STEP) {
            var candidate = seen.at(lightness).rgb();
            if (candidate.contrast(Rgb.WHITE) >= TEXT) return candidate;
        }
        return Rgb.BLACK;
    }
}
