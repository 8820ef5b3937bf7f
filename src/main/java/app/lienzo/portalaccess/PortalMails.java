package app.lienzo.portalaccess;

import app.lienzo.identity.CurrentDevice;
import app.lienzo.kernel.Refused;
import app.lienzo.mail.Letter;
import app.lienzo.mail.MailService;
import app.lienzo.spaces.Vocabularies;
import app.lienzo.tenancy.Links;
import app.lienzo.tenancy.Scope;
import app.lienzo.ui.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/// Writes the letters about a contact's access, each in his language and in the words of his space (SO-2). Links lead
/// to the portal's own host where it has one.
@ApplicationScoped
class PortalMails {
    private static final String WORDS = "portalaccess";

    private final MailService mail;
    private final Links links;
    private final PortalSiteService sites;
    private final Vocabularies vocabularies;
    private final Scope scope;
    private final CustomerLanguage languages;
    private final CurrentDevice device;
    private final Clock clock;

    PortalMails(
            MailService mail,
            Links links,
            PortalSiteService sites,
            Vocabularies vocabularies,
            Scope scope,
            CustomerLanguage languages,
            CurrentDevice device,
            Clock clock) {
        this.mail = mail;
        this.links = links;
        this.sites = sites;
        this.vocabularies = vocabularies;
        this.scope = scope;
        this.languages = languages;
        this.device = device;
        this.clock = clock;
    }

    void activation(PortalPerson person, String address, String token, Duration time) {
        var language = language(person);
        send(
                PortalMail.ACTIVATION,
                person,
                address,
                Map.of(
                        "link", to(person.space(), PortalPaths.PASSWORD + "/" + token),
                        "time", time(time, language),
                        "portalLink", to(person.space(), PortalPaths.SIGN_IN)));
    }

    void reset(PortalPerson person, String address, String token, Duration time) {
        send(
                PortalMail.RESET,
                person,
                address,
                Map.of(
                        "link", to(person.space(), PortalPaths.PASSWORD + "/" + token),
                        "time", time(time, language(person))));
    }

    void temporary(PortalPerson person, String password, Duration time) {
        send(
                PortalMail.TEMPORARY,
                person,
                person.email(),
                Map.of(
                        "password",
                        password,
                        "time",
                        time(time, language(person)),
                        "link",
                        to(person.space(), PortalPaths.SIGN_IN)));
    }

    void passwordChanged(PortalPerson person) {
        if (person.email().isEmpty()) return;
        var language = language(person);
        send(
                PortalMail.PASSWORD_CHANGED,
                person,
                person.email(),
                Map.of(
                        "when", when(person, language),
                        "place", place(language),
                        "link", to(person.space(), PortalPaths.FORGOT)));
    }

    /// To an address that was his. Whoever reads there may be somebody else by now: he learns neither his name nor any
    /// other address.
    void addressGone(PortalPerson person, String address) {
        if (sites.find(person.space()).isEmpty()) return;
        var language = language(person);
        var values = place(person, address, language);
        values.put("when", when(person, language));
        mail.send(new Letter(PortalMail.ADDRESS_GONE, language, address, "", values));
    }

    private void send(String kind, PortalPerson person, String address, Map<String, String> more) {
        var language = language(person);
        var values = place(person, address, language);
        values.putAll(more);
        values.put("name", person.shownName());
        mail.send(new Letter(kind, language, address, person.name(), values));
    }

    private Map<String, String> place(PortalPerson person, String address, Locale language) {
        var site = sites.find(person.space()).orElseThrow(Refused::notFound);
        var values = new HashMap<String, String>();
        values.put("space", site.space().name());
        values.put("portal", vocabularies.in(person.space(), language).portalWithin(language));
        values.put("address", address);
        return values;
    }

    private Locale language(PortalPerson person) {
        return languages.of(person.space(), person.language());
    }

    private String to(UUID space, String page) {
        return links.toPortal(
                        space, sites.find(space).orElseThrow(Refused::notFound).path() + page)
                .toString();
    }

    private static String time(Duration time, Locale language) {
        return time.toHours() >= 48
                ? Words.text(WORDS, language, "days", time.toDays())
                : Words.text(WORDS, language, "hours", Math.max(1, time.toHours()));
    }

    private String when(PortalPerson person, Locale language) {
        var zone = person.timeZone() == null ? ZoneOffset.UTC : ZoneId.of(person.timeZone());
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                        .localizedBy(language)
                        .withZone(zone)
                        .format(clock.instant())
                + " (" + (zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId()) + ")";
    }

    /// Address and browser of the request at hand.
    private String place(Locale language) {
        var address = scope.address();
        if (address.isEmpty()) return Words.text(WORDS, language, "place-none");
        return device.find().map(name -> address.get() + " · " + name).orElse(address.get());
    }
}
