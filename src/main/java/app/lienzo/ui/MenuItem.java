package app.lienzo.ui;

import java.util.Locale;

/// Port: an entry of the rail. Each feature contributes its own.
public interface MenuItem {
    /// Where it leads; also tells which entry is the current one.
    String path();

    /// Name of its picture in the icon font, without `ti-`.
    String icon();

    String label(Locale language);

    /// Smaller stands higher.
    int position();

    /// Whether the person at hand gets to see it; the same table decides as for the page behind it.
    boolean visible();

    /// At the foot of the rail, where settings live.
    default boolean settings() {
        return false;
    }
}
