package app.lienzo.branding;

import java.util.function.Function;

/// A palette as the stylesheet that every page of an organization loads: tokens only, for both themes
/// at once.
final class Stylesheet {
    /// Raise it when the rules for the sign-in picture change.
    static final int SCENES = 1;

    private Stylesheet() {}

    /// The tokens, and the picture beside the sign-in form where there is one: an address in a stylesheet needs no
    /// inline style.
    static String of(BrandView brand) {
        var css = new StringBuilder(of(brand.palette()));
        var pictures = brand.draft().pictures();
        if (pictures.scene() == null && pictures.sceneDark() == null) return css.toString();
        var light = "url(" + brand.path("scene") + ")";
        var dark = "url(" + brand.path("scene-dark") + ")";
        css.append(":root{--scene:").append(light).append("}\n");
        if (!light.equals(dark)) {
            css.append("@media (prefers-color-scheme:dark){:root:not([data-theme=light]){--scene:")
                    .append(dark)
                    .append("}}\n[data-theme=dark]{--scene:")
                    .append(dark)
                    .append("}\n");
        }
        return css.toString();
    }

    static String of(Palette palette) {
        var css = new StringBuilder(":root{");
        token(css, "brand", palette.brand().hex());
        token(css, "brand-rgb", palette.brand().triple());
        token(css, "brand-ink", palette.ink().hex());
        token(css, "brand-ink-rgb", palette.ink().triple());
        token(css, "brand-strong", palette.strong().hex());
        token(css, "brand-deep", palette.deep().hex());
        token(css, "brand-glow", palette.glow().hex());
        token(css, "accent", palette.accent().hex());
        token(css, "accent-ink", palette.accentInk().hex());
        pair(css, "brand-soft", palette, Shades::soft);
        pair(css, "brand-line", palette, Shades::line);
        pair(css, "brand-text", palette, Shades::text);
        pair(css, "brand-edge", palette, Shades::edge);
        pair(css, "brand-border", palette, Shades::border);
        pair(css, "rail", palette, Shades::rail);
        pair(css, "rail-active", palette, Shades::railActive);
        pair(css, "rail-soft", palette, Shades::railSoft);
        token(css, "rail-ink", "#ffffff");
        return css.append("}\n").toString();
    }

    private static void pair(StringBuilder css, String name, Palette palette, Function<Shades, Rgb> shade) {
        var light = shade.apply(palette.light()).hex();
        var dark = shade.apply(palette.dark()).hex();
        token(css, name, "light-dark(" + light + "," + dark + ")");
    }

    private static void token(StringBuilder css, String name, String value) {
        css.append("--").append(name).append(':').append(value).append(';');
    }
}
