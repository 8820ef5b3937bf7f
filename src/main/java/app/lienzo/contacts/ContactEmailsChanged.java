package app.lienzo.contacts;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/// A contact has other addresses than before; fired inside the transaction.
///
/// @param lost those that are not his any more; empty when he only got some
public record ContactEmailsChanged(UUID contact, Set<String> lost) {
    static ContactEmailsChanged between(UUID contact, Collection<String> before, Collection<String> after) {
        var lost = new LinkedHashSet<>(before);
        lost.removeAll(after);
        return new ContactEmailsChanged(contact, Set.copyOf(lost));
    }

    /// He got addresses and lost none.
    static ContactEmailsChanged more(UUID contact) {
        return new ContactEmailsChanged(contact, Set.of());
    }
}
