package app.lienzo.branding;

import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A brand as somebody wrote it.
///
/// @param color `#rrggbb`
/// @param accent `#rrggbb`
/// @param logo as [BrandService#keep] gave it, like the other two pictures
/// @param helpUrl `http`, `https` or `mailto`, like the other two links
public record BrandDraft(
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
    private static final int NAME_MAX = 60;
    private static final int TAGLINE_MAX = 200;
    private static final int LINK_MAX = 500;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"(),;:]{1,64}@[^\\s@<>\"(),;:]{1,190}");

    /// The same with its texts made safe.
    ///
    /// @throws Refused `brand-name-missing`, `brand-color-invalid`, `brand-email-invalid` or
    ///     `brand-link-invalid`
    BrandDraft checked() {
        var cleanName = SafeText.line(name, NAME_MAX);
        if (cleanName.isEmpty()) throw Refused.invalid("brand-name-missing");
        return new BrandDraft(
                cleanName,
                text(tagline, TAGLINE_MAX),
                color(color),
                color(accent),
                logo,
                logoDark,
                icon,
                email(supportEmail),
                text(supportPhone, NAME_MAX),
                link(helpUrl),
                link(privacyUrl),
                link(termsUrl));
    }

    private static String color(String text) {
        return Rgb.read(text)
                .orElseThrow(() -> Refused.invalid("brand-color-invalid"))
                .hex();
    }

    private static @Nullable String text(@Nullable String text, int max) {
        if (text == null) return null;
        var clean = SafeText.line(text, max);
        return clean.isEmpty() ? null : clean;
    }

    private static @Nullable String email(@Nullable String text) {
        var clean = text(text, LINK_MAX);
        if (clean != null && !EMAIL.matcher(clean).matches()) throw Refused.invalid("brand-email-invalid");
        return clean;
    }

    private static @Nullable String link(@Nullable String text) {
        var clean = text(text, LINK_MAX);
        if (clean != null && !leadsSomewhereHarmless(clean)) throw Refused.invalid("brand-link-invalid", clean);
        return clean;
    }

    private static boolean leadsSomewhereHarmless(String link) {
        try {
            var uri = new URI(link);
            if (uri.getScheme() == null) return false;
            return switch (uri.getScheme().toLowerCase(Locale.ROOT)) {
                case "http", "https" -> uri.getHost() != null && uri.getUserInfo() == null;
                case "mailto" -> EMAIL.matcher(uri.getSchemeSpecificPart()).matches();
                default -> false;
            };
        } catch (URISyntaxException _) {
            return false;
        }
    }
}
