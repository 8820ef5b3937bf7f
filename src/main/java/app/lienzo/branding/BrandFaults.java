package app.lienzo.branding;

import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import app.lienzo.ui.Languages;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What is wrong with a brand, all of it at once, each at its field.
public final class BrandFaults {
    /// Characters of a text.
    public static final int NAME_MAX = 60;

    public static final int TAGLINE_MAX = 200;
    public static final int TITLE_MAX = 80;
    public static final int LINK_MAX = 500;

    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"(),;:]{1,64}@[^\\s@<>\"(),;:]{1,190}");
    private static final Pattern SLOT = Pattern.compile("\\{[^}]*}?");

    private BrandFaults() {}

    /// By the field's name in forms: `name`, `title`, `color`, `accent`, `supportEmail`, `helpUrl`, `privacyUrl`,
    /// `termsUrl`, `imprintUrl`, `languages`, `css`. Empty when it can be published.
    public static Map<String, Refused> of(BrandDraft draft) {
        var found = new LinkedHashMap<String, Refused>();
        if (SafeText.line(draft.name(), NAME_MAX).isEmpty()) found.put("name", Refused.invalid("brand-name-missing"));
        title(found, draft.title());
        color(found, "color", draft.color());
        color(found, "accent", draft.accent());
        var contact = draft.contact();
        var email = text(contact.email(), LINK_MAX);
        if (email != null && !EMAIL.matcher(email).matches())
            found.put("supportEmail", Refused.invalid("brand-email-invalid"));
        link(found, "helpUrl", contact.helpUrl());
        link(found, "privacyUrl", contact.privacyUrl());
        link(found, "termsUrl", contact.termsUrl());
        link(found, "imprintUrl", contact.imprintUrl());
        if (!draft.languages().stream().allMatch(tag -> Languages.offered(tag).isPresent()))
            found.put("languages", Refused.invalid("language-unknown"));
        if (draft.css() != null && draft.css().length() > CustomCss.LENGTH_MAX)
            found.put("css", Refused.invalid("brand-css-too-long", CustomCss.LENGTH_MAX / 1024));
        return found;
    }

    /// The same with its texts made safe; only for one without faults.
    static BrandDraft safe(BrandDraft draft) {
        var contact = draft.contact();
        return new BrandDraft(
                SafeText.line(draft.name(), NAME_MAX),
                text(draft.tagline(), TAGLINE_MAX),
                text(draft.title(), TITLE_MAX),
                Rgb.of(draft.color()).hex(),
                Rgb.of(draft.accent()).hex(),
                draft.pictures(),
                new BrandContact(
                        text(contact.email(), LINK_MAX),
                        text(contact.phone(), NAME_MAX),
                        text(contact.helpUrl(), LINK_MAX),
                        text(contact.privacyUrl(), LINK_MAX),
                        text(contact.termsUrl(), LINK_MAX),
                        text(contact.imprintUrl(), LINK_MAX)),
                draft.languages().stream().distinct().toList(),
                draft.css() == null || draft.css().isBlank() ? null : SafeText.block(draft.css()));
    }

    private static void title(Map<String, Refused> found, @Nullable String written) {
        var title = text(written, TITLE_MAX);
        if (title == null) return;
        boolean known = SLOT.matcher(title)
                .results()
                .allMatch(slot -> slot.group().equals("{page}") || slot.group().equals("{name}"));
        // Pages that are all called the same cannot be told apart in a row of tabs.
        if (!known || title.split(Pattern.quote("{page}"), -1).length != 2)
            found.put("title", Refused.invalid("brand-title-invalid", "{page}", "{name}"));
    }

    private static void color(Map<String, Refused> found, String field, String written) {
        if (Rgb.read(written).isEmpty()) found.put(field, Refused.invalid("brand-color-invalid"));
    }

    private static void link(Map<String, Refused> found, String field, @Nullable String written) {
        var link = text(written, LINK_MAX);
        if (link != null && !leadsSomewhereHarmless(link))
            found.put(field, Refused.invalid("brand-link-invalid", link));
    }

    private static @Nullable String text(@Nullable String text, int max) {
        if (text == null) return null;
        var clean = SafeText.line(text, max);
        return clean.isEmpty() ? null : clean;
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
