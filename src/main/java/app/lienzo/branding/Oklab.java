package app.lienzo.branding;

/// A colour as the eye sees it (Björn Ottosson's OKLab): lightness 0 to 1, green to red, blue to
/// yellow. Changing only the lightness keeps the hue, which RGB and HSL do not.
record Oklab(double lightness, double a, double b) {
    static Oklab of(Rgb color) {
        double red = Rgb.linear(color.red());
        double green = Rgb.linear(color.green());
        double blue = Rgb.linear(color.blue());
        double l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
        double m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
        double s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
        return new Oklab(
                0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
                1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
                0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s);
    }

    Oklab mix(double share, Oklab other) {
        double rest = 1 - share;
        return new Oklab(
                share * lightness + rest * other.lightness, share * a + rest * other.a, share * b + rest * other.b);
    }

    /// The same hue at another lightness, 0 to 1.
    Oklab at(double otherLightness) {
        return new Oklab(Math.clamp(otherLightness, 0, 1), a, b);
    }

    /// The nearest colour of this hue and lightness that a screen can show: what is too colourful
    /// fades.
    Rgb rgb() {
        for (double chroma = 1; chroma > 0; chroma -= 0.02) {
            var channels = channels(chroma);
            if (shown(channels[0]) && shown(channels[1]) && shown(channels[2])) return rgb(channels);
        }
        return rgb(channels(0));
    }

    private double[] channels(double chroma) {
        double l = cube(lightness + 0.3963377774 * chroma * a + 0.2158037573 * chroma * b);
        double m = cube(lightness - 0.1055613458 * chroma * a - 0.0638541728 * chroma * b);
        double s = cube(lightness - 0.0894841775 * chroma * a - 1.2914855480 * chroma * b);
        return new double[] {
            4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s
        };
    }

    private static double cube(double value) {
        return value * value * value;
    }

    private static boolean shown(double intensity) {
        return intensity >= -0.001 && intensity <= 1.001;
    }

    private static Rgb rgb(double[] intensities) {
        return new Rgb(channel(intensities[0]), channel(intensities[1]), channel(intensities[2]));
    }

    private static int channel(double intensity) {
        double share = intensity <= 0.0031308 ? 12.92 * intensity : 1.055 * Math.pow(intensity, 1 / 2.4) - 0.055;
        return Math.clamp(Math.round(share * 255), 0, 255);
    }
}
