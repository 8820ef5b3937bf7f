package app.lienzo.mail;

/// What is wrong with a template.
///
/// @param subject whether in its subject; otherwise in its body
/// @param value what the words mention: a placeholder, an address, a limit
public record TemplateFault(boolean subject, Kind kind, String value) {
    /// Whether no preview can be made of it.
    public boolean unreadable() {
        return kind == Kind.TOO_LONG || kind == Kind.NESTED_TOO_DEEP;
    }

    public enum Kind {
        MISSING,
        TOO_LONG,
        PLACEHOLDER_UNKNOWN,
        PLACEHOLDER_BROKEN,
        PLACEHOLDER_MISSING,
        LINK_REFUSED,
        NESTED_TOO_DEEP
    }
}
