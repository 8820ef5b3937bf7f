package app.lienzo.people;

import app.lienzo.identity.OrganizationRole;
import org.jspecify.annotations.Nullable;

/// What is to be different about a person; null changes nothing, an empty text clears.
///
/// @param confirmed whether what speaks against letting a customer's person in was read
public record PersonChange(
        @Nullable String name,
        @Nullable String phone,
        @Nullable String language,
        @Nullable String timeZone,
        @Nullable String userName,
        @Nullable OrganizationRole level,
        @Nullable Boolean active,
        boolean confirmed) {
    boolean describes() {
        return name != null || phone != null || language != null || timeZone != null;
    }

    static String or(@Nullable String change, @Nullable String before) {
        if (change != null) return change;
        return before == null ? "" : before;
    }
}
