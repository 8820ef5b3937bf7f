package app.lienzo.search;

import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is looked for.
///
/// @param text as it was typed, made one line; its last word may be half typed
/// @param kinds at least one
/// @param space null for all where the member works
/// @param excerpts whether the place where the words stand is shown too
/// @param limit 1 to 50
public record SearchQuery(
        String text, Set<HitKind> kinds, @Nullable UUID space, boolean excerpts, int limit) {
    public static final int TEXT_MAX = 200;
    public static final int LIMIT_MAX = 50;

    /// @throws Refused `limit-invalid`
    public SearchQuery {
        if (limit < 1 || limit > LIMIT_MAX) throw Refused.invalid("limit-invalid", LIMIT_MAX);
        text = SafeText.line(text, TEXT_MAX);
        kinds = kinds.isEmpty() ? EnumSet.allOf(HitKind.class) : Set.copyOf(kinds);
    }
}
