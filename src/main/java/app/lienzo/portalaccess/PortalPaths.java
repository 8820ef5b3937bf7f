package app.lienzo.portalaccess;

/// Pages of a portal that others lead to, below its path; what is behind them is in the `web` package.
public final class PortalPaths {
    public static final String SIGN_IN = "/sign-in";
    public static final String SIGN_OUT = "/sign-out";
    public static final String FORGOT = "/forgot";
    public static final String PASSWORD = "/set-password";

    private PortalPaths() {}
}
