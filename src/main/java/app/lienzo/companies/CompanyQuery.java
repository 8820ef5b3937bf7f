package app.lienzo.companies;

import app.lienzo.kernel.Refused;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which companies somebody looks for.
///
/// @param spaces where
/// @param text words of the name, or a domain; empty for all
/// @param supportPlan null for any
/// @param health key of an option, as tier and industry; null for any
/// @param after the last one of the page before, by name; null for the first page
/// @param limit how many at most, 1 to [#LIMIT_MAX]
public record CompanyQuery(
        Set<UUID> spaces,
        String text,
        @Nullable UUID supportPlan,
        @Nullable String health,
        @Nullable String tier,
        @Nullable String industry,
        @Nullable UUID after,
        int limit) {
    public static final int TEXT_MAX = 120;
    public static final int LIMIT_MAX = 200;

    public CompanyQuery {
        if (limit < 1 || limit > LIMIT_MAX) throw Refused.invalid("limit-invalid", LIMIT_MAX);
    }

    public CompanyQuery from(@Nullable UUID last, int limit) {
        return new CompanyQuery(spaces, text, supportPlan, health, tier, industry, last, limit);
    }
}
