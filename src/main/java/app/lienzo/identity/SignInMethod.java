package app.lienzo.identity;

/// How somebody proved who he is.
public enum SignInMethod {
    PASSWORD,
    /// By the organization's identity provider.
    SSO,
    /// By a link mailed to his own address, used once.
    LINK
}
