package app.lienzo.operators;

import app.lienzo.tenancy.Plan;
import app.lienzo.tenancy.Vocabulary;
import org.jspecify.annotations.Nullable;

/// An organization to be founded, as it was typed, with its first Owner.
///
/// @param slug its name in `<slug>.<platform host>`
/// @param language `es`, `en` or `pt`; of the organization and of the letter to the Owner
/// @param ownerUserName null for his address
public record NewOrganization(
        String slug,
        String name,
        Plan plan,
        String language,
        Vocabulary vocabulary,
        String ownerName,
        String ownerEmail,
        @Nullable String ownerUserName) {}
