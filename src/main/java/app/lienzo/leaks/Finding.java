package app.lienzo.leaks;

import java.util.regex.Pattern;

/// Something that should not be there.
///
/// @param path as it was asked, or kind and language of a mail
/// @param place who would read it, and in which header or part of a mail
/// @param excerpt what stands around it, with the name itself made unreadable; not for Owners where another
///     organization is named, because a cover on a word of theirs says that somebody is called so
/// @param name the name itself, for the operator; never stored
public record Finding(
        FindingKind kind, Severity severity, Surface surface, String path, String place, String excerpt, String name) {
    private static final Pattern IDS = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}|\\b[0-9a-f]{12,}\\b");

    /// The same for the same thing at the same place in every scan. With the name in it: what leaves the house is
    /// signed from it, so that nobody tries names against it.
    String sameness() {
        return String.join("\n", kind.name(), surface.name(), alike(path), place.replaceAll("[0-9]+", ""), name);
    }

    /// A path without what differs from one thing to the next.
    static String alike(String path) {
        return IDS.matcher(path).replaceAll("*");
    }
}
