package app.lienzo.partners;

import app.lienzo.tenancy.Plan;
import app.lienzo.tenancy.Vocabulary;
import org.jspecify.annotations.Nullable;

/// What an operator makes of an application: the organization to be founded.
///
/// @param userName of the first Owner; null for his address
public record Approval(
        String slug,
        String name,
        Plan plan,
        String language,
        Vocabulary vocabulary,
        String ownerName,
        @Nullable String userName) {}
