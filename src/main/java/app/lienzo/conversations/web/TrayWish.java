package app.lienzo.conversations.web;

import app.lienzo.kernel.Ids;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// What a browser asks of the list, as it came.
///
/// @param open the conversation that stands in the middle
/// @param size how many rows the browser shows by now
public record TrayWish(
        @RestQuery @Nullable String tray,
        @RestQuery @Nullable String space,
        @RestQuery @Nullable String team,
        @RestQuery @Nullable String q,
        @RestQuery @Nullable String after,
        @RestQuery @Nullable String open,
        @RestQuery @Nullable Integer size) {
    static final TrayWish NONE = new TrayWish(null, null, null, null, null, null, null);

    @Nullable
    UUID openId() {
        return open == null ? null : Ids.read(open).orElse(null);
    }

    /// @param usual for who says nothing
    int rows(int usual, int most) {
        return size == null ? usual : Math.clamp(size, usual, most);
    }
}
