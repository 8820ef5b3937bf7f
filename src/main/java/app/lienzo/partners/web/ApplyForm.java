package app.lienzo.partners.web;

import app.lienzo.kernel.SafeText;
import app.lienzo.partners.NewApplication;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/// The short form as it was sent.
///
/// @param stamp says when the empty form was given out
/// @param website a field that no person sees: who fills it in is no person
/// @param proof of work
public record ApplyForm(
        @RestForm @Nullable String stamp,
        @RestForm @Nullable String company,
        @RestForm @Nullable String person,
        @RestForm @Nullable String email,
        @RestForm @Nullable String phone,
        @RestForm @Nullable String country,
        @RestForm @Nullable String clients,
        @RestForm @Nullable String slug,
        @RestForm @Nullable String message,
        @RestForm @Nullable String terms,
        @RestForm @Nullable String marketing,
        @RestForm @Nullable String website,
        @RestForm @Nullable String proof) {
    private static final int SHOWN_MAX = 300;
    private static final int MESSAGE_SHOWN_MAX = 4_200;

    static ApplyForm empty() {
        return new ApplyForm("", "", "", "", "", "", "", "", "", null, null, "", "");
    }

    boolean trapped() {
        return website != null && !website.isBlank();
    }

    NewApplication typed(UUID submission, String language) {
        return new NewApplication(
                submission,
                text(company),
                text(person),
                text(email),
                text(phone),
                text(country),
                text(clients),
                text(slug),
                text(message),
                terms != null,
                marketing != null,
                language);
    }

    /// What is shown again: as it was typed, but no more than fits into the fields.
    ApplyForm shown() {
        return new ApplyForm(
                text(stamp),
                cut(company),
                cut(person),
                cut(email),
                cut(phone),
                cut(country),
                cut(clients),
                cut(slug),
                SafeText.cut(text(message), MESSAGE_SHOWN_MAX),
                terms,
                marketing,
                "",
                "");
    }

    ApplyForm stamped(String fresh) {
        return new ApplyForm(
                fresh, company, person, email, phone, country, clients, slug, message, terms, marketing, "", "");
    }

    private static String cut(@Nullable String typed) {
        return SafeText.cut(text(typed), SHOWN_MAX);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
