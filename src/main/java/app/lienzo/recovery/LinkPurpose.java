package app.lienzo.recovery;

/// What a mailed link opens.
public enum LinkPurpose {
    /// A first password, for somebody who was invited.
    WELCOME,
    /// A new password, for somebody who forgot his.
    RESET,
    /// An e-mail address that its owner confirms.
    EMAIL;

    public boolean setsPassword() {
        return this != EMAIL;
    }
}
