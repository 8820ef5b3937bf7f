package app.lienzo.whitelabel.web;

import app.lienzo.branding.BrandContact;
import app.lienzo.branding.BrandDraft;
import app.lienzo.branding.BrandPicture;
import app.lienzo.ui.Languages;
import app.lienzo.whitelabel.DraftView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/// The brand as typed.
///
/// @param revision of what was looked at
/// @param colorPicked from the browser's own colour field; counts where the text beside it was left as it was
/// @param first the language for those who choose nothing
/// @param remove a picture to be taken away
/// @param fix a colour, `color` or `accent`, to be made readable
/// @param use a suggestion: `color:#rrggbb`
/// @param part what the preview shows
public record WhiteLabelForm(
        @RestForm @Nullable String revision,
        @RestForm @Nullable String name,
        @RestForm @Nullable String tagline,
        @RestForm @Nullable String title,
        @RestForm @Nullable String color,
        @RestForm @Nullable String colorPicked,
        @RestForm @Nullable String accent,
        @RestForm @Nullable String accentPicked,
        @RestForm @Nullable String supportEmail,
        @RestForm @Nullable String supportPhone,
        @RestForm @Nullable String helpUrl,
        @RestForm @Nullable String privacyUrl,
        @RestForm @Nullable String termsUrl,
        @RestForm @Nullable String imprintUrl,
        @RestForm @Nullable List<String> languages,
        @RestForm @Nullable String first,
        @RestForm @Nullable String css,
        @RestForm @Nullable String remove,
        @RestForm @Nullable String fix,
        @RestForm @Nullable String use,
        @RestForm @Nullable String part) {

    /// @param own the organization's own language, where it chose none
    static WhiteLabelForm of(DraftView draft, Locale own) {
        var brand = draft.brand();
        var contact = brand.contact();
        var offered = brand.languages().isEmpty()
                ? Languages.OFFERED.stream().map(Locale::getLanguage).toList()
                : brand.languages();
        return new WhiteLabelForm(
                draft.revision(),
                brand.name(),
                brand.tagline(),
                brand.title(),
                brand.color(),
                null,
                brand.accent(),
                null,
                contact.email(),
                contact.phone(),
                contact.helpUrl(),
                contact.privacyUrl(),
                contact.termsUrl(),
                contact.imprintUrl(),
                offered,
                brand.languages().isEmpty()
                        ? own.getLanguage()
                        : brand.languages().getFirst(),
                brand.css(),
                null,
                null,
                null,
                null);
    }

    /// @param before what it changes: its pictures stay, and a field that was not sent stays too
    BrandDraft brand(BrandDraft before) {
        var contact = before.contact();
        return new BrandDraft(
                or(name, before.name()),
                or(tagline, before.tagline()),
                or(title, before.title()),
                chosen(color, colorPicked, before.color()),
                chosen(accent, accentPicked, before.accent()),
                before.pictures(),
                new BrandContact(
                        or(supportEmail, contact.email()),
                        or(supportPhone, contact.phone()),
                        or(helpUrl, contact.helpUrl()),
                        or(privacyUrl, contact.privacyUrl()),
                        or(termsUrl, contact.termsUrl()),
                        or(imprintUrl, contact.imprintUrl())),
                languages(before.languages()),
                or(css, before.css()));
    }

    /// The form with a brand's own colours in it, after a repair.
    WhiteLabelForm with(BrandDraft brand, String otherRevision) {
        return new WhiteLabelForm(
                otherRevision,
                name,
                tagline,
                title,
                brand.color(),
                null,
                brand.accent(),
                null,
                supportEmail,
                supportPhone,
                helpUrl,
                privacyUrl,
                termsUrl,
                imprintUrl,
                languages,
                first,
                css,
                null,
                null,
                null,
                part);
    }

    @Nullable
    BrandPicture removed() {
        return BrandPicture.named(remove).orElse(null);
    }

    public boolean offers(Locale language) {
        return languages != null && languages.contains(language.getLanguage());
    }

    private List<String> languages(List<String> before) {
        if (languages == null || languages.isEmpty()) return first == null ? before : List.of();
        var ordered = new ArrayList<String>();
        if (first != null && languages.contains(first)) ordered.add(first);
        for (var language : languages) if (!ordered.contains(language)) ordered.add(language);
        return ordered;
    }

    private static String chosen(@Nullable String typed, @Nullable String picked, String before) {
        if (typed == null) return before;
        var text = typed.strip().toLowerCase(Locale.ROOT);
        if (picked != null && text.equals(before)) return picked;
        return text.startsWith("#") || text.isEmpty() ? text : "#" + text;
    }

    private static String or(@Nullable String typed, @Nullable String before) {
        if (typed != null) return typed;
        return before == null ? "" : before;
    }
}
