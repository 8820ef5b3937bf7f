package app.lienzo.leaks;

/// A finding as an Owner reads it: what and where, never whose name it is.
///
/// @param print names it when it is pardoned
/// @param pardoned whether somebody said that it is none
public record FoundView(
        String print,
        FindingKind kind,
        Severity severity,
        Surface surface,
        String path,
        String place,
        String excerpt,
        boolean pardoned) {}
