package app.lienzo.branding;

import app.lienzo.kernel.Refused;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A brand as somebody wrote it.
///
/// @param title how pages are called in the browser's tab: `{page}` stands for the page, `{name}` for the brand; null
///     for the usual way
/// @param color `#rrggbb`
/// @param accent `#rrggbb`
/// @param pictures as [BrandService#keep] gave them
/// @param languages what people can choose from, the first one for those who choose nothing; empty for all, with the
///     organization's own first
/// @param css for portal and help pages only; kept as written and filtered each time it is read
public record BrandDraft(
        String name,
        @Nullable String tagline,
        @Nullable String title,
        String color,
        String accent,
        BrandPicture.Files pictures,
        BrandContact contact,
        List<String> languages,
        @Nullable String css) {
    public BrandDraft {
        languages = List.copyOf(languages);
    }

    /// A brand with nothing but a name and colours.
    public static BrandDraft named(String name, String color, String accent) {
        return new BrandDraft(
                name, null, null, color, accent, BrandPicture.Files.NONE, BrandContact.NONE, List.of(), null);
    }

    public BrandDraft with(BrandPicture.Files other) {
        return new BrandDraft(name, tagline, title, color, accent, other, contact, languages, css);
    }

    public BrandDraft with(String otherColor, String otherAccent) {
        return new BrandDraft(name, tagline, title, otherColor, otherAccent, pictures, contact, languages, css);
    }

    /// The same with its texts made safe.
    ///
    /// @throws Refused the first thing that is wrong
    BrandDraft checked() {
        var faults = BrandFaults.of(this);
        if (!faults.isEmpty()) throw faults.values().iterator().next();
        return BrandFaults.safe(this);
    }
}
