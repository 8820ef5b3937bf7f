package app.lienzo.operators.web;

import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.operators.NewOrganization;
import app.lienzo.tenancy.Plan;
import app.lienzo.tenancy.Vocabulary;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/// An organization to be founded, as typed.
///
/// @param order made with the empty form: sent twice it is one organization
public record FoundForm(
        @RestForm @Nullable String order,
        @RestForm @Nullable String slug,
        @RestForm @Nullable String name,
        @RestForm @Nullable String plan,
        @RestForm @Nullable String language,
        @RestForm @Nullable String vocabulary,
        @RestForm @Nullable String ownerName,
        @RestForm @Nullable String ownerEmail,
        @RestForm @Nullable String ownerUserName) {
    static FoundForm empty() {
        return new FoundForm(
                Ids.next().toString(), "", "", Plan.TRIAL.name(), "es", Vocabulary.SERVICE_PROVIDER.name(), "", "", "");
    }

    /// @throws Refused `order-key-missing`
    UUID key() {
        return Ids.read(text(order)).orElseThrow(() -> Refused.invalid("order-key-missing"));
    }

    /// @throws Refused `plan-unknown`, `vocabulary-unknown`
    NewOrganization wish() {
        return new NewOrganization(
                text(slug),
                text(name),
                plan(plan),
                text(language),
                one(Vocabulary.values(), vocabulary).orElseThrow(() -> Refused.invalid("vocabulary-unknown")),
                text(ownerName),
                text(ownerEmail),
                ownerUserName);
    }

    /// @throws Refused `plan-unknown`
    static Plan plan(@Nullable String name) {
        return one(Plan.values(), name).orElseThrow(() -> Refused.invalid("plan-unknown"));
    }

    static <T extends Enum<T>> Optional<T> one(T[] values, @Nullable String name) {
        return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
    }

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
