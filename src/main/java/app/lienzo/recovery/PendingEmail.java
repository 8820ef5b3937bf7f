package app.lienzo.recovery;

import java.time.Instant;

/// An e-mail address that waits to be confirmed by its owner.
public record PendingEmail(String address, Instant endsAt) {}
