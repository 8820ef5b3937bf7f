package app.lienzo.branding;

/// All colours of a brand, from the two that an organization chose. The kit's own blue never shows,
/// because every one of its colour tokens is fed from here (`tokens.css`).
///
/// @param ink text on `brand`, 4.5:1 or better; white where white can be read
/// @param strong `brand` under the pointer; at least as readable with `ink`
/// @param deep a dark shade of `brand` that white text is read on
/// @param glow a light shade of it, for decoration only
record Palette(
        Rgb brand, Rgb ink, Rgb strong, Rgb deep, Rgb glow, Rgb accent, Rgb accentInk, Shades light, Shades dark) {
    private static final double TEXT = 4.5;
    private static final Rgb NEARLY_BLACK = Rgb.of("#10151c");

    static Palette of(Rgb brand, Rgb accent) {
        var ink = inkOn(brand);
        return new Palette(
                brand,
                ink,
                strong(brand, ink),
                deep(brand),
                brand.mix(0.45, Rgb.WHITE),
                accent,
                inkOn(accent),
                Shades.of(brand, Theme.LIGHT),
                Shades.of(brand, Theme.DARK));
    }

    /// White where it can be read, otherwise the softest black that can.
    static Rgb inkOn(Rgb ground) {
        if (ground.contrast(Rgb.WHITE) >= TEXT) return Rgb.WHITE;
        return ground.contrast(NEARLY_BLACK) >= TEXT ? NEARLY_BLACK : Rgb.BLACK;
    }

    private static Rgb strong(Rgb brand, Rgb ink) {
        var color = Oklab.of(brand);
        return color.at(color.lightness() + (ink.equals(Rgb.WHITE) ? -0.06 : 0.06))
                .rgb();
    }

    private static Rgb deep(Rgb brand) {
        var color = Oklab.of(brand);
        double lightness = 0.9 * color.lightness();
        while (color.at(lightness).rgb().contrast(Rgb.WHITE) < 5.5) lightness -= 0.01;
        return color.at(lightness).rgb();
    }
}
