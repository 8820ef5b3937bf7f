package app.lienzo.identity;

/// Light, dark, or as the device says.
public enum Theme {
    AUTO,
    LIGHT,
    DARK
}
