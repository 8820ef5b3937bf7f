package app.lienzo.ui;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Port: what is said above every page to the person at hand, as long as it holds. Each feature
/// contributes its own.
public interface Ribbon {
    /// @param tone a class of the style sheet: `note`, `warn`
    /// @param icon name in the icon font, without `ti-`
    /// @param until a time that ends the text; null for none
    /// @param action path of a form without fields; null for nothing to be done
    /// @param actionLabel what its button says; empty without one
    record Line(
            String tone,
            String icon,
            String text,
            @Nullable Instant until,
            @Nullable String action,
            String actionLabel) {}

    List<Line> lines(Locale language);
}
