package app.lienzo.marketing.web;

import app.lienzo.kernel.SafeText;
import app.lienzo.marketing.Audience;
import app.lienzo.marketing.CampaignDraft;
import app.lienzo.ui.Languages;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/// A campaign as it is typed.
public record CampaignForm(
        @RestForm @Nullable String subject,
        @RestForm @Nullable String body,
        @RestForm @Nullable String language,
        @RestForm @Nullable String audience,
        @RestForm @Nullable String speakers,
        @RestForm @Nullable String version) {
    private static final int TEXT_MAX = 50_000;

    static final CampaignForm NOTHING = new CampaignForm(null, null, null, null, null, null);

    /// Null when no text came along.
    @Nullable
    CampaignForm typed() {
        return subject == null && body == null ? null : this;
    }

    static CampaignForm empty(String language) {
        return new CampaignForm(null, null, language, Audience.EVERYBODY.name(), null, null);
    }

    static CampaignForm of(CampaignDraft draft) {
        return new CampaignForm(
                draft.subject(),
                draft.body(),
                draft.language().getLanguage(),
                draft.audience().name(),
                draft.speakers() ? "on" : null,
                null);
    }

    CampaignDraft draft() {
        return new CampaignDraft(
                subject == null ? "" : SafeText.cut(subject, TEXT_MAX),
                body == null ? "" : SafeText.cut(body, TEXT_MAX),
                Languages.offered(language == null ? "" : language).orElse(Languages.DEFAULT),
                Audience.OWNERS.name().equals(audience) ? Audience.OWNERS : Audience.EVERYBODY,
                speakers != null);
    }

    int looked() {
        return number(version);
    }

    static int number(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
    }
}
