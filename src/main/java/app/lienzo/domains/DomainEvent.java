package app.lienzo.domains;

import java.time.Instant;

/// A step of a name's history.
public record DomainEvent(Instant at, Happening happening, String detail) {}
