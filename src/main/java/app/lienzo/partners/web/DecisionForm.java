package app.lienzo.partners.web;

import app.lienzo.kernel.Refused;
import app.lienzo.partners.ApplicationView;
import app.lienzo.partners.Approval;
import app.lienzo.tenancy.Plan;
import app.lienzo.tenancy.Vocabulary;
import java.util.Arrays;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/// An organization as an operator wants it for an applicant.
public record DecisionForm(
        @RestForm @Nullable String slug,
        @RestForm @Nullable String name,
        @RestForm @Nullable String plan,
        @RestForm @Nullable String language,
        @RestForm @Nullable String vocabulary,
        @RestForm @Nullable String ownerName,
        @RestForm @Nullable String userName) {
    static DecisionForm of(ApplicationView application) {
        return new DecisionForm(
                application.slug(),
                application.company(),
                Plan.STARTUP.name(),
                application.language(),
                Vocabulary.SERVICE_PROVIDER.name(),
                application.person(),
                "");
    }

    /// @throws Refused `plan-unknown`, `vocabulary-unknown`
    Approval approval() {
        return new Approval(
                text(slug),
                text(name),
                Arrays.stream(Plan.values())
                        .filter(value -> value.name().equals(plan))
                        .findFirst()
                        .orElseThrow(() -> Refused.invalid("plan-unknown")),
                text(language),
                Arrays.stream(Vocabulary.values())
                        .filter(value -> value.name().equals(vocabulary))
                        .findFirst()
                        .orElseThrow(() -> Refused.invalid("vocabulary-unknown")),
                text(ownerName),
                userName == null || userName.isBlank() ? null : userName);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
