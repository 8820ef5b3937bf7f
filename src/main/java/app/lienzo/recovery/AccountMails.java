package app.lienzo.recovery;

import app.lienzo.identity.CurrentDevice;
import app.lienzo.identity.MemberView;
import app.lienzo.identity.OrganizationRole;
import app.lienzo.mail.Letter;
import app.lienzo.mail.MailService;
import app.lienzo.tenancy.Links;
import app.lienzo.tenancy.Scope;
import app.lienzo.ui.Languages;
import app.lienzo.ui.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;

/// Writes the letters about an account, each in the language of the person it goes to.
@ApplicationScoped
class AccountMails {
    private static final String WORDS = "recovery";

    private final MailService mail;
    private final Links links;
    private final Scope scope;
    private final Languages languages;
    private final CurrentDevice device;
    private final Clock clock;

    AccountMails(MailService mail, Links links, Scope scope, Languages languages, CurrentDevice device, Clock clock) {
        this.mail = mail;
        this.links = links;
        this.scope = scope;
        this.languages = languages;
        this.device = device;
        this.clock = clock;
    }

    void welcome(MemberView person, String token, Duration time) {
        var language = language(person, ofOrganization());
        send(
                AccountMail.WELCOME,
                person,
                language,
                Map.of(
                        "name", person.name(),
                        "userName", person.userName(),
                        "link", link(LinkPaths.PASSWORD, token),
                        "time", time(time, language),
                        "signInLink", to(LinkPaths.SIGN_IN)));
    }

    void welcomeElsewhere(MemberView person) {
        send(
                AccountMail.WELCOME_ELSEWHERE,
                person,
                language(person, ofOrganization()),
                Map.of("name", person.name(), "userName", person.userName(), "link", to(LinkPaths.SIGN_IN)));
    }

    void reset(MemberView person, String token, Locale asked, Duration time) {
        var language = language(person, asked);
        send(
                AccountMail.RESET,
                person,
                language,
                Map.of(
                        "name", person.name(),
                        "userName", person.userName(),
                        "link", link(LinkPaths.PASSWORD, token),
                        "time", time(time, language)));
    }

    void resetElsewhere(MemberView person, Locale asked) {
        send(
                AccountMail.RESET_ELSEWHERE,
                person,
                language(person, asked),
                Map.of("name", person.name(), "userName", person.userName(), "link", to(LinkPaths.SIGN_IN)));
    }

    void confirmEmail(MemberView person, String address, String token, Duration time) {
        var language = language(person, ofOrganization());
        mail.send(new Letter(
                AccountMail.CONFIRM_EMAIL,
                language,
                address,
                person.name(),
                Map.of(
                        "name", person.name(),
                        "userName", person.userName(),
                        "address", address,
                        "link", link(LinkPaths.EMAIL, token),
                        "time", time(time, language))));
    }

    void passwordChanged(MemberView person) {
        var language = language(person, ofOrganization());
        send(
                AccountMail.PASSWORD_CHANGED,
                person,
                language,
                Map.of(
                        "name", person.name(),
                        "userName", person.userName(),
                        "when", when(person, language),
                        "place", place(language),
                        "link", to(LinkPaths.FORGOT)));
    }

    /// To both addresses.
    void emailChanged(MemberView person, String before) {
        var language = language(person, ofOrganization());
        var values = Map.of(
                "name", person.name(),
                "userName", person.userName(),
                "before", before,
                "now", person.email(),
                "when", when(person, language),
                "place", place(language));
        send(AccountMail.EMAIL_CHANGED, person, language, values);
        mail.send(new Letter(AccountMail.EMAIL_CHANGED, language, before, person.name(), values));
    }

    void levelChanged(MemberView person, OrganizationRole before, OrganizationRole now) {
        var language = language(person, ofOrganization());
        send(
                AccountMail.LEVEL_CHANGED,
                person,
                language,
                Map.of(
                        "name", person.name(),
                        "before", level(before, language),
                        "now", level(now, language),
                        "link", to(LinkPaths.SIGN_IN)));
    }

    private void send(String kind, MemberView person, Locale language, Map<String, String> values) {
        mail.send(new Letter(kind, language, person.email(), person.name(), values));
    }

    private Locale language(MemberView person, Locale otherwise) {
        var own = person.language();
        return own == null ? otherwise : languages.choose(own).orElse(otherwise);
    }

    private Locale ofOrganization() {
        return languages.first();
    }

    private String to(String path) {
        return links.to(path).toString();
    }

    private String link(String path, String token) {
        return to(path + "/" + token);
    }

    private static String time(Duration time, Locale language) {
        return time.toHours() >= 48
                ? Words.text(WORDS, language, "days", time.toDays())
                : Words.text(WORDS, language, "hours", Math.max(1, time.toHours()));
    }

    private static String level(OrganizationRole role, Locale language) {
        return Words.text(WORDS, language, "level-" + role.name());
    }

    private String when(MemberView person, Locale language) {
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
