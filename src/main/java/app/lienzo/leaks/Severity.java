package app.lienzo.leaks;

/// How sure and how bad it is.
public enum Severity {
    /// A name or host that leaves no doubt.
    HIGH,
    /// A single word that may be there by chance, or a failure.
    MEDIUM,
    /// A technical trace.
    LOW
}
