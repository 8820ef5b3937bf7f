package app.lienzo.sender;

/// Where a key stands between being made and being gone.
public enum KeyState {
    /// Waits until DNS shows it.
    NEW,
    /// Mails are signed with it.
    ACTIVE,
    /// Another one took its place; its record stays for mails that are still under way.
    OLD
}
