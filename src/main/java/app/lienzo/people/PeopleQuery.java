package app.lienzo.people;

import app.lienzo.identity.MemberState;
import app.lienzo.identity.OrganizationRole;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which people are asked for; null filters nothing.
///
/// @param text part of a name, user name or e-mail address
/// @param space where they were assigned to
/// @param after the last one of the page before
public record PeopleQuery(
        @Nullable String text,
        @Nullable OrganizationRole level,
        @Nullable UUID space,
        @Nullable MemberState state,
        @Nullable UUID after,
        int limit) {
    PeopleQuery from(@Nullable UUID last, int rows) {
        return new PeopleQuery(text, level, space, state, last, rows);
    }
}
