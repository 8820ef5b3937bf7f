package app.lienzo.ui;

import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.util.regex.Pattern;

/// A mailed link leads on at once to an address without its secret, which travels in a cookie and then in
/// the form: no history, no referrer and no log of a proxy keeps it. And pages that leave a referrer within
/// their own site, as ours do, have forms that say where they come from.
public final class MailedLink {
    public static final String COOKIE = "__Host-link";
    private static final int COOKIE_SECONDS = 3600;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{20,100}");

    private MailedLink() {}

    /// Says the same for every token: what it is worth is told by the page.
    public static Response leadOn(String token, String page) {
        var known = TOKEN.matcher(token).matches();
        return Pages.leadingTo(page)
                .header("Referrer-Policy", "no-referrer")
                .cookie(known ? SessionCookie.named(COOKIE, token, COOKIE_SECONDS) : gone())
                .build();
    }

    public static NewCookie gone() {
        return SessionCookie.named(COOKIE, "", 0);
    }
}
