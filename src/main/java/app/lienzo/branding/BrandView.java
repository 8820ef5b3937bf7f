package app.lienzo.branding;

import app.lienzo.kernel.Secrets;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an organization looks like now.
///
/// @param hash 16 characters that change with anything a browser may have cached; part of the paths it
///     is cached
///     under
/// @param color `#rrggbb`, as chosen
/// @param accent `#rrggbb`, as chosen
public record BrandView(
        String hash,
        String name,
        @Nullable String tagline,
        String color,
        String accent,
        @Nullable UUID logo,
        @Nullable UUID logoDark,
        @Nullable UUID icon,
        @Nullable String supportEmail,
        @Nullable String supportPhone,
        @Nullable String helpUrl,
        @Nullable String privacyUrl,
        @Nullable String termsUrl) {
    /// What a host without an organization is called: nobody's name.
    static final String NOBODY = "Support";

    private static final String GREY = "#475569";
    private static final String SOFT_GREY = "#94a3b8";

    static BrandView of(BrandDraft draft) {
        return new BrandView(
                hash(draft),
                draft.name(),
                draft.tagline(),
                draft.color(),
                draft.accent(),
                draft.logo(),
                draft.logoDark(),
                draft.icon(),
                draft.supportEmail(),
                draft.supportPhone(),
                draft.helpUrl(),
                draft.privacyUrl(),
                draft.termsUrl());
    }

    /// A brand of grey and a name.
    static BrandView neutral(String name) {
        return of(new BrandDraft(name, null, GREY, SOFT_GREY, null, null, null, null, null, null, null, null));
    }

    /// The first letter or digit of the name, in capitals; empty when it has none.
    public String initial() {
        return name.codePoints()
                .filter(Character::isLetterOrDigit)
                .mapToObj(Character::toString)
                .findFirst()
                .orElse("")
                .toUpperCase(Locale.ROOT);
    }

    /// `#rrggbb` that can be read on [#color].
    public String ink() {
        return Palette.inkOn(Rgb.of(color)).hex();
    }

    /// `#rrggbb` in the brand's hue that can be read on white, for mails: they cannot take tokens.
    public String text() {
        return palette().light().text().hex();
    }

    /// The same on a dark surface.
    public String textOnDark() {
        return palette().dark().text().hex();
    }

    /// `#rrggbb` around what is filled with [#color], so that it is seen on white.
    public String border() {
        return palette().light().border().hex();
    }

    /// Path of the square icon, `side` pixels wide: 32, 180, 192 or 512.
    public String icon(int side) {
        return "/brand/" + hash + "/icon-" + side + ".png";
    }

    /// The tokens of this brand as CSS.
    public String stylesheet() {
        return Stylesheet.of(palette());
    }

    Palette palette() {
        return Palette.of(Rgb.of(color), Rgb.of(accent));
    }

    private static String hash(BrandDraft draft) {
        var css = Stylesheet.of(Palette.of(Rgb.of(draft.color()), Rgb.of(draft.accent())));
        var all = css + "\n" + draft + "\n" + Icon.DRAWING;
        return Secrets.hex(Secrets.sha256(all.getBytes(StandardCharsets.UTF_8))).substring(0, 16);
    }
}
