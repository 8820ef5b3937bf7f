package app.lienzo.acme;

import java.time.Duration;
import java.util.List;

/// Whether it makes sense to order a certificate for a host now.
public sealed interface Readiness {
    /// @param authorities who may issue by the domain's CAA records, as they are written there
    ///     (`letsencrypt.org`); empty for everybody
    record Ready(List<String> authorities) implements Readiness {
        public Ready {
            authorities = List.copyOf(authorities);
        }
    }

    /// @param reason kebab-case
    record NotReady(String reason, Duration retryAfter) implements Readiness {}

    /// Not until a person changes something.
    ///
    /// @param reason kebab-case
    record Never(String reason) implements Readiness {}
}
