package app.lienzo.people.web;

import app.lienzo.identity.MemberDetails;
import app.lienzo.identity.MemberView;
import app.lienzo.ui.Languages;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/// What describes a person, as typed.
public record DetailsForm(
        @RestForm @Nullable String name,
        @RestForm @Nullable String phone,
        @RestForm @Nullable String language,
        @RestForm @Nullable String timeZone) {
    static DetailsForm of(MemberView member) {
        return new DetailsForm(member.name(), member.phone(), member.language(), member.timeZone());
    }

    MemberDetails details() {
        return new MemberDetails(name == null ? "" : name, phone, known(language), timeZone);
    }

    static @Nullable String known(@Nullable String language) {
        return language == null
                ? null
                : Languages.offered(language).map(Locale::getLanguage).orElse(null);
    }
}
