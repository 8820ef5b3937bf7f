package app.lienzo.identity.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.kernel.Secrets;
import app.lienzo.tenancy.Signatures;
import app.lienzo.ui.GuestDoor;
import io.quarkus.arc.All;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The token that every form of ours carries back: a signature over the session, or over a cookie made
/// for who has none yet. Another session's token is worth nothing.
@ApplicationScoped
@Named("formToken")
public class FormTokens {
    static final String FIELD = "form-token";
    static final String HEADER = "X-Form-Token";
    private static final String COOKIE = "__Host-form";
    private static final String PURPOSE = "form";
    private static final String SIGNED = FormTokens.class.getName();

    private final CurrentMember me;
    private final List<GuestDoor> guests;
    private final CurrentVertxRequest request;
    private final Signatures signatures;

    FormTokens(CurrentMember me, @All List<GuestDoor> guests, CurrentVertxRequest request, Signatures signatures) {
        this.me = me;
        this.guests = guests;
        this.request = request;
        this.signatures = signatures;
    }

    /// For templates: the token of this request's forms. Makes the cookie when nobody is signed in and
    /// there is none.
    public String getValue() {
        var known = session();
        var session = known == null ? newVisit() : known;
        var asked = request.getCurrent();
        if (asked == null) return signatures.sign(PURPOSE, session);
        // A page has a form or more, and each asks.
        if (asked.get(SIGNED) instanceof Signed signed && signed.session().equals(session)) return signed.token();
        var token = signatures.sign(PURPOSE, session);
        asked.put(SIGNED, new Signed(session, token));
        return token;
    }

    private record Signed(String session, String token) {}

    boolean accepts(@Nullable String token) {
        var session = session();
        return token != null && session != null && signatures.signed(PURPOSE, session, token);
    }

    private @Nullable String session() {
        var member = me.find();
        if (member.isPresent()) return member.get().session().toString();
        var guest = guests.stream()
                .map(GuestDoor::session)
                .flatMap(Optional::stream)
                .findFirst();
        if (guest.isPresent()) return guest.get();
        var cookie = request.getCurrent().request().getCookie(COOKIE);
        return cookie == null ? null : cookie.getValue();
    }

    private String newVisit() {
        var visit = Secrets.token();
        request.getCurrent()
                .response()
                .addCookie(Cookie.cookie(COOKIE, visit)
                        .setPath("/")
                        .setSecure(true)
                        .setHttpOnly(true)
                        .setSameSite(CookieSameSite.LAX));
        return visit;
    }
}
