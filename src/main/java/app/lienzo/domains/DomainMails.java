package app.lienzo.domains;

import app.lienzo.certificates.CertificateView;
import app.lienzo.identity.MemberQuery;
import app.lienzo.identity.MemberService;
import app.lienzo.identity.MemberView;
import app.lienzo.identity.OrganizationRole;
import app.lienzo.mail.Letter;
import app.lienzo.mail.MailService;
import app.lienzo.tenancy.Links;
import app.lienzo.tenancy.Scope;
import app.lienzo.ui.Languages;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Tells the Owners, each in his own language.
@ApplicationScoped
class DomainMails {
    private static final int OWNERS_MAX = 20;

    private final MemberService members;
    private final MailService mails;
    private final Links links;
    private final Scope scope;
    private final DomainConfig config;
    private final Clock clock;

    DomainMails(MemberService members, MailService mails, Links links, Scope scope, DomainConfig config, Clock clock) {
        this.members = members;
        this.mails = mails;
        this.links = links;
        this.scope = scope;
        this.config = config;
        this.clock = clock;
    }

    void active(Domain domain) {
        send(DomainMail.ACTIVE, domain, null);
    }

    /// @param which 1 and 2 while it is still answered, 3 when it is not any more
    void moved(Domain domain, int which) {
        if (which == 3) send(DomainMail.QUARANTINED, domain, null);
        else if (domain.movedAt != null) send(DomainMail.MOVED, domain, domain.movedAt.plus(config.grace()));
    }

    void claimed(Domain domain, Duration takeOver) {
        send(DomainMail.CLAIMED, domain, clock.instant().plus(takeOver));
    }

    void lost(Domain domain) {
        send(DomainMail.LOST, domain, null);
    }

    void certificate(Domain domain, CertificateView certificate) {
        send(DomainMail.CERTIFICATE, domain, certificate.notAfter());
    }

    private void send(String kind, Domain domain, @Nullable Instant when) {
        var owners = members.search(new MemberQuery(null, OrganizationRole.OWNER, true, null, null, OWNERS_MAX));
        for (var owner : owners) {
            var language = language(owner);
            var values = new HashMap<String, String>();
            values.put("name", owner.name());
            values.put("host", LookAlikes.shown(domain.host));
            values.put("link", links.to("/organization/domains/" + domain.id).toString());
            if (when != null) values.put("when", when(when, owner, language));
            mails.send(new Letter(kind, language, owner.email(), owner.name(), values));
        }
    }

    private Locale language(MemberView owner) {
        var spoken = owner.language() == null ? scope.organization().language() : owner.language();
        return Languages.offered(spoken).orElse(Languages.DEFAULT);
    }

    private static String when(Instant when, MemberView owner, Locale language) {
        var zone = owner.timeZone() == null ? ZoneOffset.UTC : ZoneId.of(owner.timeZone());
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .localizedBy(language)
                .withZone(zone)
                .format(when);
    }
}
