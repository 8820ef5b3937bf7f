package app.lienzo.ui;

import java.util.Locale;

/// Port: something a new organization does once to be ready. Each feature contributes its own; the
/// check list shows them in order.
public interface SetupStep {
    /// How far somebody got.
    enum Progress {
        OPEN,
        /// Begun, and it is somebody else's turn: DNS, a certificate authority, an invited person.
        WAITING,
        DONE
    }

    /// Name of its picture in the icon font, without `ti-`.
    String icon();

    /// What to do, as a short imperative.
    String title(Locale language);

    /// Why, and how it is done well: a sentence or two.
    String hint(Locale language);

    /// Where it is done.
    String path();

    /// Smaller stands higher: settings 10, look 20, domain 30, sender 40, team 50, spaces 60.
    int position();

    /// Asked each time the list is shown; at most a query or two.
    Progress progress();
}
