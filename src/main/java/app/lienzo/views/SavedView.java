package app.lienzo.views;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A list that somebody named.
///
/// @param query what its address says behind the question mark; checked, so that it can stand in one
/// @param columns those that are shown, in their order; empty for the list's usual ones
/// @param shared whether the people of `space` see it too
/// @param space whose people share it; null for one's own
public record SavedView(
        UUID id,
        ViewSubject subject,
        String name,
        String query,
        List<String> columns,
        boolean shared,
        @Nullable UUID space,
        UUID owner,
        int version) {

    /// Where it is looked at.
    public String address() {
        return subject.path() + "?" + (query.isEmpty() ? "" : query + "&") + "view=" + id;
    }
}
