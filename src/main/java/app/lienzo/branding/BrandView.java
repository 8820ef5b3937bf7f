package app.lienzo.branding;

import app.lienzo.kernel.Secrets;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What an organization, or a space of it, looks like.
///
/// @param hash 16 characters that change with anything a browser may have cached; part of the paths it is cached under
/// @param home where browsers find its stylesheet and pictures
/// @param draft what was published, made safe
/// @param css for portal and help pages, filtered; empty for none
public record BrandView(String hash, String home, BrandDraft draft, String css) {
    /// What a host without an organization is called: nobody's name.
    static final String NOBODY = "Support";

    /// Where a published brand is.
    static final String HOME = "/brand";

    private static final String GREY = "#475569";
    private static final String SOFT_GREY = "#94a3b8";
    private static final String TITLE = "{page} · {name}";
    private static final Pattern PAGE = Pattern.compile(Pattern.quote("{page}"));

    static BrandView of(BrandDraft draft) {
        return of(draft, HOME);
    }

    static BrandView of(BrandDraft draft, String home) {
        return new BrandView(
                hash(draft),
                home,
                draft,
                draft.css() == null ? "" : CustomCss.of(draft.css()).text());
    }

    /// A brand of grey and a name.
    static BrandView neutral(String name) {
        return of(BrandDraft.named(name, GREY, SOFT_GREY));
    }

    public String name() {
        return draft.name();
    }

    public @Nullable String tagline() {
        return draft.tagline();
    }

    /// `#rrggbb`, as chosen.
    public String color() {
        return draft.color();
    }

    /// `#rrggbb`, as chosen.
    public String accent() {
        return draft.accent();
    }

    public @Nullable UUID logo() {
        return draft.pictures().logo();
    }

    public @Nullable UUID logoDark() {
        return draft.pictures().logoDark();
    }

    public @Nullable UUID icon() {
        return draft.pictures().icon();
    }

    public @Nullable UUID scene() {
        return draft.pictures().scene();
    }

    public @Nullable String supportEmail() {
        return draft.contact().email();
    }

    public @Nullable String supportPhone() {
        return draft.contact().phone();
    }

    public @Nullable String helpUrl() {
        return draft.contact().helpUrl();
    }

    public @Nullable String privacyUrl() {
        return draft.contact().privacyUrl();
    }

    public @Nullable String termsUrl() {
        return draft.contact().termsUrl();
    }

    public @Nullable String imprintUrl() {
        return draft.contact().imprintUrl();
    }

    /// What stands before a page's own name in the browser's tab.
    public String titleBefore() {
        return title()[0];
    }

    /// What stands behind it.
    public String titleAfter() {
        return title()[1];
    }

    private String[] title() {
        var parts = PAGE.split(draft.title() == null ? TITLE : draft.title(), -1);
        return new String[] {parts[0].replace("{name}", name()), parts[1].replace("{name}", name())};
    }

    /// The first letter or digit of the name, in capitals; empty when it has none.
    public String initial() {
        return name().codePoints()
                .filter(Character::isLetterOrDigit)
                .mapToObj(Character::toString)
                .findFirst()
                .orElse("")
                .toUpperCase(Locale.ROOT);
    }

    /// `#rrggbb` that can be read on [#color].
    public String ink() {
        return Palette.inkOn(Rgb.of(color())).hex();
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
        return path("icon-" + side + ".png");
    }

    /// Path of something that belongs to it.
    public String path(String name) {
        return home + "/" + hash + "/" + name;
    }

    /// The tokens of this brand as CSS.
    public String stylesheet() {
        return Stylesheet.of(this);
    }

    Palette palette() {
        return Palette.of(Rgb.of(color()), Rgb.of(accent()));
    }

    private static String hash(BrandDraft draft) {
        var all = Stylesheet.of(Palette.of(Rgb.of(draft.color()), Rgb.of(draft.accent()))) + "\n" + draft + "\n"
                + Icon.DRAWING + "\n" + CustomCss.RULES + Stylesheet.SCENES;
        return Secrets.hex(Secrets.sha256(all.getBytes(StandardCharsets.UTF_8))).substring(0, 16);
    }
}
