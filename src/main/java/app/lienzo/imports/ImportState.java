package app.lienzo.imports;

/// How far an import is.
public enum ImportState {
    /// A directory is being read.
    FETCHING,
    /// The file is read; somebody says what its columns are.
    READ,
    /// A rehearsal: every row is tried and nothing stays.
    CHECKING,
    CHECKED,
    RUNNING,
    DONE,
    /// What was taken before stays.
    CANCELED,
    FAILED;

    /// Whether a job works on it.
    public boolean going() {
        return this == FETCHING || this == CHECKING || this == RUNNING;
    }

    public boolean over() {
        return this == DONE || this == CANCELED || this == FAILED;
    }
}
