package app.lienzo.live;

import java.util.Optional;
import java.util.regex.Pattern;

/// A place in an organization's log: the writer's transaction, then the row. What browsers send as
/// `Last-Event-ID`.
record Cursor(long xid, long id) implements Comparable<Cursor> {
    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,18})-([0-9]{1,18})");

    /// Empty for anything that is not a cursor of ours.
    static Optional<Cursor> read(String text) {
        var matcher = WRITTEN.matcher(text);
        return matcher.matches()
                ? Optional.of(new Cursor(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    @Override
    public int compareTo(Cursor other) {
        return xid != other.xid ? Long.compare(xid, other.xid) : Long.compare(id, other.id);
    }

    @Override
    public String toString() {
        return xid + "-" + id;
    }
}
