package app.lienzo.dns;

/// An answer and where it comes from.
///
/// @param direct whether the zone's own servers said it; else a resolver did, which may remember an older state
///     until the record's time to live is over
public record DnsReading(DnsAnswer answer, boolean direct) {}
