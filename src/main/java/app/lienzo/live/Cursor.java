package app.lienzo.live;

import java.util.Optional;
import java.util.regex.Pattern;

/// A place in an organization's log: a row's id. What browsers send as `Last-Event-ID`.
record Cursor(long id) implements Comparable<Cursor> {
    private static final Pattern WRITTEN = Pattern.compile("[0-9]{1,18}");

    /// Empty for anything that is not a cursor of ours.
    static Optional<Cursor> read(String text) {
        return WRITTEN.matcher(text).matches() ? Optional.of(new Cursor(Long.parseLong(text))) : Optional.empty();
    }

    @Override
    public int compareTo(Cursor other) {
        return Long.compare(id, other.id);
    }

    @Override
    public String toString() {
        return Long.toString(id);
    }
}
