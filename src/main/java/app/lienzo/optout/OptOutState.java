package app.lienzo.optout;

/// How far a request is.
public enum OptOutState {
    REQUESTED,
    IN_WORK,
    DONE,
    REFUSED;

    /// Whether somebody still has to answer it.
    public boolean open() {
        return this == REQUESTED || this == IN_WORK;
    }
}
