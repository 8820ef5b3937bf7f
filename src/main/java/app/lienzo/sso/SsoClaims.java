package app.lienzo.sso;

import app.lienzo.kernel.SafeText;

/// Which claims of the provider's token say what. The defaults are those of OpenID Connect Core 1.0,
/// section 5.1.
public record SsoClaims(String userName, String name, String email, String verified) {
    private static final int LENGTH_MAX = 100;

    public static final SsoClaims STANDARD = new SsoClaims("preferred_username", "name", "email", "email_verified");

    SsoClaims checked() {
        return new SsoClaims(
                or(userName, STANDARD.userName),
                or(name, STANDARD.name),
                or(email, STANDARD.email),
                or(verified, STANDARD.verified));
    }

    private static String or(String typed, String standard) {
        var claim = SafeText.line(typed, LENGTH_MAX);
        return claim.isEmpty() ? standard : claim;
    }
}
