package app.lienzo.companies;

import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.SafeText;
import app.lienzo.kernel.Secrets;
import java.util.TreeMap;
import java.util.UUID;

/// How a program made a company: with a key of the member's own, so that nobody else's is met, and what it said then.
///
/// @param hash of all that was said
record Made(String key, byte[] hash) {
    private static final int KEY_MAX = 100;

    static Made of(SignedIn me, String key, UUID space, CompanyDetails details) {
        // The order in which a program names fields says nothing.
        var said = space + " " + details.withFields(new TreeMap<>(details.fields()));
        return new Made(key(me, key), Secrets.hash(said));
    }

    static String key(SignedIn me, String key) {
        return me.member() + ":" + SafeText.line(key, KEY_MAX);
    }
}
