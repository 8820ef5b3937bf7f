package app.lienzo.leaks;

import java.util.Locale;

/// Who would read it.
public enum Viewer {
    OWNER,
    STRANGER,
    /// Whoever gets the mail.
    RECIPIENT;

    /// As it stands at the beginning of a finding's place.
    String mark() {
        return name().toLowerCase(Locale.ROOT);
    }
}
