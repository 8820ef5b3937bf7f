package app.lienzo.branding;

import java.util.Optional;
import java.util.regex.Pattern;

/// A colour as screens have it, 0 to 255 each.
record Rgb(int red, int green, int blue) {
    static final Rgb WHITE = new Rgb(255, 255, 255);
    static final Rgb BLACK = new Rgb(0, 0, 0);

    private static final Pattern HEX = Pattern.compile("#[0-9a-fA-F]{6}");

    /// Reads `#rrggbb` and nothing else: a colour ends up in a stylesheet.
    static Optional<Rgb> read(String text) {
        if (!HEX.matcher(text).matches()) return Optional.empty();
        int value = Integer.parseInt(text.substring(1), 16);
        return Optional.of(new Rgb(value >> 16, (value >> 8) & 0xFF, value & 0xFF));
    }

    /// A colour of ours, known to be well formed.
    static Rgb of(String hex) {
        return read(hex).orElseThrow(() -> new IllegalArgumentException(hex));
    }

    String hex() {
        return "#%02x%02x%02x".formatted(red, green, blue);
    }

    /// As Tabler's `-rgb` companions want it.
    String triple() {
        return red + "," + green + "," + blue;
    }

    /// Contrast ratio of WCAG 2.2, 1 to 21.
    double contrast(Rgb other) {
        double one = luminance() + 0.05;
        double two = other.luminance() + 0.05;
        return Math.max(one, two) / Math.min(one, two);
    }

    /// `share` of this and the rest of `other`, by what the eye sees (in OKLab).
    Rgb mix(double share, Rgb other) {
        return Oklab.of(this).mix(share, Oklab.of(other)).rgb();
    }

    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    /// Light intensity, 0 to 1, of a channel.
    static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
