package app.lienzo.domains;

import app.lienzo.domains.Findings.RecordKind;

/// A record that the owner of a zone makes.
///
/// @param type `CNAME`, `A`, `AAAA`, `ALIAS` or `TXT`
/// @param name the whole name
/// @param label how most providers want the name: without the registered domain, `@` for that itself
/// @param seconds its time to live
public record RecordToMake(RecordKind kind, String type, String name, String label, String value, long seconds) {}
