package app.lienzo.ui;

import java.util.Locale;
import java.util.Optional;

/// Port: something that can be made from anywhere, by the "New" drop-down of the rail and the command palette (FD-1).
/// Each feature contributes its own.
public interface NewItem {
    /// The page with its form.
    String path();

    /// Name of its picture in the icon font, without `ti-`.
    String icon();

    /// What is made: "Ticket".
    String label(Locale language);

    /// Smaller stands higher: ticket 10, e-mail 20, contact 30, company 40.
    int position();

    /// Whether the person at hand gets to see it; the same table decides as for the page behind it.
    boolean visible();

    /// The letter that makes one after `C`, anywhere outside of fields; empty for none.
    default String key() {
        return "";
    }

    /// Why it cannot be made yet, and what to do instead; nothing for one that can. It is shown all the same, and leads
    /// to its page.
    default Optional<String> locked(Locale language) {
        return Optional.empty();
    }
}
