package app.lienzo.partners;

/// How far an application is.
public enum ApplicationState {
    /// Its address is not confirmed yet.
    UNCONFIRMED,
    /// It waits for its answer.
    OPEN,
    APPROVED,
    DECLINED;

    public boolean decided() {
        return this == APPROVED || this == DECLINED;
    }
}
