package app.lienzo.kernel;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A page of a list that is read by a cursor.
///
/// @param next the cursor of the page behind this one: what its last item is called; null on the last page
public record Slice<T>(List<T> items, @Nullable UUID next) {
    /// Of what was found when one more was asked for than a page shows.
    ///
    /// @param most how many a page shows
    public static <T> Slice<T> of(List<T> found, int most, Function<T, UUID> id) {
        if (found.size() <= most) return new Slice<>(found, null);
        var items = found.subList(0, most);
        return new Slice<>(items, id.apply(items.getLast()));
    }
}
