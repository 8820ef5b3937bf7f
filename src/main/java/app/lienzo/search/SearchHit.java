package app.lienzo.search;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that was found.
///
/// @param number of a ticket or conversation in its space; 0 for others
/// @param title in parts, so that what matched can be shown; no parts for somebody whose name nobody knows
/// @param detail whom or what it belongs to
/// @param excerpt where the words stand; no parts when they stand in the title or nobody asked
public record SearchHit(
        HitKind kind,
        UUID id,
        UUID space,
        long number,
        List<Part> title,
        String detail,
        List<Part> excerpt,
        @Nullable Instant changedAt) {

    /// A piece of text.
    ///
    /// @param hit whether it is one of the words that were looked for
    public record Part(String text, boolean hit) {}

    public String path() {
        return kind.path() + id;
    }

    /// Without marks.
    public String titleText() {
        var text = new StringBuilder();
        title.forEach(part -> text.append(part.text()));
        return text.toString();
    }

    /// Without marks.
    public String excerptText() {
        var text = new StringBuilder();
        excerpt.forEach(part -> text.append(part.text()));
        return text.toString();
    }
}
