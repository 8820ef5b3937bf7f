package app.lienzo.tenancy;

/// What an organization bought of the platform, smallest first.
public enum Plan {
    TRIAL,
    STARTUP,
    LITE,
    PLUS,
    SUPER,
    ENTERPRISE
}
