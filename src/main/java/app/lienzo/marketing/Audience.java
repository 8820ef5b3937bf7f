package app.lienzo.marketing;

/// Whom of the list a campaign is for.
public enum Audience {
    EVERYBODY,
    OWNERS
}
