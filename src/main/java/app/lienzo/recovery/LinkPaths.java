package app.lienzo.recovery;

/// Paths that stand in mails; the pages behind them are in the `web` package.
public final class LinkPaths {
    public static final String PASSWORD = "/set-password";
    public static final String EMAIL = "/confirm-email";
    public static final String FORGOT = "/forgot";
    public static final String SIGN_IN = "/sign-in";

    private LinkPaths() {}
}
