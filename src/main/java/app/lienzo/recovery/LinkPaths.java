package app.lienzo.recovery;

/// Paths that stand in mails; the pages behind them are in the `web` package.
public final class LinkPaths {
    public static final String PASSWORD = "/set-password";
    public static final String EMAIL = "/confirm-email";
    public static final String FORGOT = "/forgot";
    public static final String SIGN_IN = "/sign-in";

    /// Where a password that somebody else gave is replaced on the way in; in no mail.
    public static final String OWN_PASSWORD = "/sign-in/new-password";

    private LinkPaths() {}
}
