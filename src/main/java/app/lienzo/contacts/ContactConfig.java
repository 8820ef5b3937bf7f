package app.lienzo.contacts;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How much of everything, and how long a change can be undone.
@ConfigMapping(prefix = "lienzo.contacts")
interface ContactConfig {
    /// E-mail addresses of one contact.
    @WithDefault("10")
    int emailsMax();

    /// Telephone numbers of one contact.
    @WithDefault("10")
    int phonesMax();

    /// Companies of one contact, on plans that allow several.
    @WithDefault("300")
    int companiesMax();

    /// Characters of the notes.
    @WithDefault("10000")
    int notesMax();

    /// Contacts that are changed in one go.
    @WithDefault("200")
    int bulkMax();

    /// Hits of a search before filters.
    @WithDefault("1000")
    int hitsMax();

    /// How long a merge, a removal or a change of several can be undone.
    @WithDefault("15m")
    Duration undoWindow();
}
