package app.lienzo.leaks;

/// Whoever looks on while a scan runs.
@FunctionalInterface
interface Watch {
    /// @param checked answers looked at so far
    /// @param open addresses known and not asked yet
    /// @return false to stop
    boolean goesOn(int checked, int open);
}
