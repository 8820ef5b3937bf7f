package app.lienzo.sender;

import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// By which servers mails leave, as SPF is asked about it.
///
/// @param include the domain whose record lists them; null when nobody named one
/// @param addresses theirs, where they are known
/// @param mechanism what a record has to hold to list them; null when there is nothing to list
/// @param own whether it is the organization's own server, of which we know only where it takes mails
record SpfRoute(
        @Nullable String include,
        List<InetAddress> addresses,
        @Nullable String mechanism,
        boolean own) {
    boolean known() {
        return include != null || !addresses.isEmpty();
    }
}
