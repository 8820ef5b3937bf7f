package app.lienzo.acme;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A step on a host's way to its certificate.
///
/// @param detail the authority's own words
public record AcmeEvent(
        Instant at,
        AcmeState state,
        @Nullable String reason,
        @Nullable String detail,
        @Nullable String authority) {}
