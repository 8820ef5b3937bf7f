package app.lienzo.ui;

import app.lienzo.tenancy.OrganizationView;
import app.lienzo.tenancy.Scope;
import io.quarkus.arc.All;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Named;
import jakarta.ws.rs.core.NewCookie;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Which of the languages that his organization offers a person reads: his own setting, then his choice on this
/// browser, then what the browser asks for, then the organization's first.
@ApplicationScoped
@Named("languages")
public class Languages {
    public static final Locale DEFAULT = Locale.of("es");
    public static final List<Locale> OFFERED = List.of(DEFAULT, Locale.of("en"), Locale.of("pt"));
    public static final String COOKIE = "__Host-language";
    private static final int YEAR_SECONDS = 365 * 24 * 3600;

    private final Scope scope;
    private final CurrentVertxRequest request;
    private final List<LanguagePreference> preferences;
    private final List<LanguageOffer> offers;

    Languages(
            Scope scope,
            CurrentVertxRequest request,
            @All List<LanguagePreference> preferences,
            @All List<LanguageOffer> offers) {
        this.scope = scope;
        this.request = request;
        this.preferences = preferences;
        this.offers = offers;
    }

    /// Every template is rendered in the language of whoever asked for it.
    void localise(@Observes EngineBuilder engine) {
        engine.addTemplateInstanceInitializer(instance -> instance.setLocale(current()));
    }

    /// Keeps a choice in this browser for as long as nobody is signed in.
    public static NewCookie cookie(Locale language) {
        return new NewCookie.Builder(COOKIE)
                .value(language.getLanguage())
                .path("/")
                .secure(true)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .maxAge(YEAR_SECONDS)
                .build();
    }

    public Locale current() {
        var asked = request.getCurrent();
        if (asked == null) return first();
        return preferred()
                .or(() -> chosen(asked))
                .orElseGet(() -> negotiate(asked.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    /// For templates: the two letters of `<html lang>`.
    public String getTag() {
        return current().getLanguage();
    }

    /// For templates: what a language calls itself, as it is written in a list.
    public String name(Locale language) {
        var name = language.getDisplayLanguage(language);
        return name.substring(0, 1).toUpperCase(language) + name.substring(1);
    }

    /// What people of the organization at hand can choose from; never empty.
    public List<Locale> getChoice() {
        var offered = offer();
        return offered.isEmpty() ? OFFERED : offered;
    }

    /// One that can be chosen here.
    public Optional<Locale> choose(String tag) {
        var choice = getChoice();
        return offered(tag).filter(choice::contains);
    }

    /// What is spoken to somebody who wants this language, two letters, or said nothing.
    public Locale speakingTo(@org.jspecify.annotations.Nullable String own) {
        return own == null ? first() : choose(own).orElseGet(this::first);
    }

    /// What is spoken to those who said nothing, or want what the organization does not offer.
    public Locale first() {
        var offered = offer();
        return offered.isEmpty() ? ofOrganization() : offered.getFirst();
    }

    /// One of all that this product speaks, whether the organization at hand offers it or not.
    public static Optional<Locale> offered(String tag) {
        return OFFERED.stream()
                .filter(locale -> locale.getLanguage().equals(tag))
                .findFirst();
    }

    /// The best of what we offer for an `Accept-Language` header (RFC 9110, section 12.5.4), or the
    /// organization's.
    public Locale negotiate(@org.jspecify.annotations.Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.length() > 500) return first();
        try {
            var best = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), getChoice());
            return best == null ? first() : best;
        } catch (IllegalArgumentException _) {
            return first();
        }
    }

    private List<Locale> offer() {
        var offered = new LinkedHashSet<Locale>();
        for (var offer : offers) offered.addAll(offer.languages());
        return List.copyOf(offered);
    }

    private Locale ofOrganization() {
        return scope.find()
                .map(OrganizationView::language)
                .flatMap(Languages::offered)
                .orElse(DEFAULT);
    }

    private Optional<Locale> preferred() {
        for (var preference : preferences) {
            var own = preference.language();
            if (own.isPresent()) return own.flatMap(this::choose);
        }
        return Optional.empty();
    }

    private Optional<Locale> chosen(RoutingContext asked) {
        var cookie = asked.request().getCookie(COOKIE);
        return cookie == null ? Optional.empty() : choose(cookie.getValue());
    }
}
