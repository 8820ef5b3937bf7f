package app.lienzo.leaks;

/// How far a scan is.
public enum ScanState {
    WAITING,
    RUNNING,
    DONE,
    /// It ended at a limit of requests, bytes or time; what it found counts.
    LIMITED,
    CANCELED,
    FAILED;

    public boolean going() {
        return this == WAITING || this == RUNNING;
    }
}
