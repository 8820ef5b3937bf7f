package app.lienzo.clocks;

/// How a clock stands. Whether it is late is told by its deadline.
public enum ClockState {
    RUNNING,
    PAUSED,
    MET,
    CANCELLED;

    /// Whether it may still run out.
    public boolean open() {
        return this == RUNNING || this == PAUSED;
    }
}
