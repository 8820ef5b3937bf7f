package app.lienzo.sender;

/// What came of a check.
public enum Verdict {
    GOOD,
    /// It works, and could be better.
    WARNING,
    BROKEN,
    /// Nobody could be asked; nothing follows from it.
    UNKNOWN;

    boolean believable() {
        return this == GOOD || this == WARNING;
    }
}
