package app.lienzo.leaks;

import java.util.Locale;

/// A finding as an Owner reads it: what and where, never whose name it is.
///
/// @param place who would read it, and in which header or part of a mail
/// @param excerpt what stands around it; empty where another organization is named
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
        boolean pardoned) {
    static final String SEPARATOR = ", ";

    public Viewer viewer() {
        return Viewer.valueOf(place.split(SEPARATOR, 2)[0].toUpperCase(Locale.ROOT));
    }

    /// The header, or the part of the mail; empty for the body of an answer.
    public String part() {
        var parts = place.split(SEPARATOR, 2);
        return parts.length > 1 ? parts[1] : "";
    }
}
