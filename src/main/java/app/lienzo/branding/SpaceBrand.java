package app.lienzo.branding;

import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a space's portal has of its own; the rest is the organization's.
///
/// @param color `#rrggbb`; null for the organization's, like everything here
/// @param logo as [BrandService#keep] gave it
public record SpaceBrand(
        @Nullable String name,
        @Nullable String color,
        @Nullable String accent,
        @Nullable UUID logo,
        @Nullable UUID logoDark) {
    public static final SpaceBrand NONE = new SpaceBrand(null, null, null, null, null);

    public boolean empty() {
        return equals(NONE);
    }

    /// @throws Refused `brand-color-invalid`
    SpaceBrand checked() {
        var clean = name == null ? "" : SafeText.line(name, BrandFaults.NAME_MAX);
        return new SpaceBrand(clean.isEmpty() ? null : clean, color(color), color(accent), logo, logoDark);
    }

    BrandDraft over(BrandDraft all) {
        var pictures = all.pictures();
        return new BrandDraft(
                name == null ? all.name() : name,
                all.tagline(),
                all.title(),
                color == null ? all.color() : color,
                accent == null ? all.accent() : accent,
                logo == null
                        ? pictures
                        : new BrandPicture.Files(
                                logo, logoDark, pictures.icon(), pictures.scene(), pictures.sceneDark()),
                all.contact(),
                all.languages(),
                all.css());
    }

    private static @Nullable String color(@Nullable String written) {
        if (written == null || written.isBlank()) return null;
        return Rgb.read(written)
                .orElseThrow(() -> Refused.invalid("brand-color-invalid"))
                .hex();
    }
}
