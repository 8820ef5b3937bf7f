package app.lienzo.branding;

/// The brand's colours on one theme, each with the contrast it needs where it is used.
///
/// @param soft tinted surface that ordinary and soft text can be read on
/// @param line tinted line around it
/// @param text links and active labels: 4.5:1 on surface, ground and soft
/// @param edge bars, dots, focus rings: 3:1 on the same
/// @param border around things filled with the brand's own colour, so that they are seen on any surface
/// @param rail navigation rail, dark in both themes
/// @param railActive where one is, on the rail
/// @param railSoft labels on the rail
record Shades(Rgb soft, Rgb line, Rgb text, Rgb edge, Rgb border, Rgb rail, Rgb railActive, Rgb railSoft) {
    private static final double TEXT = 4.55;
    private static final double SHAPE = 3.05;
    private static final double RAIL = 9;
    private static final double STEP = 0.005;

    static Shades of(Rgb brand, Theme theme) {
        var soft = soft(brand, theme);
        var edge = readable(brand, SHAPE, theme, soft);
        var rail = rail(brand, theme);
        return new Shades(
                soft,
                line(brand, edge, theme),
                readable(brand, TEXT, theme, soft),
                edge,
                brand.contrast(theme.surface()) >= 1.6 && brand.contrast(theme.ground()) >= 1.6 ? brand : edge,
                rail,
                Rgb.WHITE.mix(0.16, rail),
                Rgb.WHITE.mix(0.78, rail));
    }

    /// Less and less tint, until text can be read on it.
    private static Rgb soft(Rgb brand, Theme theme) {
        for (double share = theme.softShare(); share > 0; share -= STEP) {
            var soft = brand.mix(share, theme.surface());
            if (soft.contrast(theme.inkSoft()) >= TEXT) return soft;
        }
        return theme.surface();
    }

    /// A line has to be seen: where the brand itself is as light or as dark as the surface, its edge
    /// stands in.
    private static Rgb line(Rgb brand, Rgb edge, Theme theme) {
        var line = brand.mix(theme.lineShare(), theme.surface());
        return line.contrast(theme.surface()) >= 1.2 ? line : edge.mix(theme.lineShare(), theme.surface());
    }

    /// The brand's hue, darker or lighter until it stands out from everything it may lie on.
    private static Rgb readable(Rgb brand, double wanted, Theme theme, Rgb soft) {
        var color = Oklab.of(brand);
        double step = theme.surface().contrast(Rgb.WHITE) < theme.surface().contrast(Rgb.BLACK) ? -STEP : STEP;
        for (double lightness = color.lightness(); lightness >= 0 && lightness <= 1; lightness += step) {
            var candidate = color.at(lightness).rgb();
            if (candidate.contrast(theme.surface()) >= wanted
                    && candidate.contrast(theme.ground()) >= wanted
                    && candidate.contrast(soft) >= wanted) return candidate;
        }
        return theme.ink();
    }

    private static Rgb rail(Rgb brand, Theme theme) {
        var start = Oklab.of(brand.mix(theme.railShare(), theme.railGround()));
        for (double lightness = start.lightness(); lightness > 0; lightness -= STEP) {
            var rail = start.at(lightness).rgb();
            if (rail.contrast(Rgb.WHITE) >= RAIL) return rail;
        }
        return Rgb.BLACK;
    }
}
