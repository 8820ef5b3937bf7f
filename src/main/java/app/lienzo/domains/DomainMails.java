package app.lienzo.domains;

import app.lienzo.certificates.CertificateView;
import app.lienzo.identity.MemberView;
import app.lienzo.mail.OwnerMails;
import app.lienzo.tenancy.Links;
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
    private final OwnerMails mails;
    private final Links links;
    private final DomainConfig config;
    private final Clock clock;

    DomainMails(OwnerMails mails, Links links, DomainConfig config, Clock clock) {
        this.mails = mails;
        this.links = links;
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
        mails.send(kind, (owner, language) -> {
            var values = new HashMap<String, String>();
            values.put("host", LookAlikes.shown(domain.host));
            values.put("link", links.to("/organization/domains/" + domain.id).toString());
            if (when != null) values.put("when", when(when, owner, language));
            return values;
        });
    }

    private static String when(Instant when, MemberView owner, Locale language) {
        var zone = owner.timeZone() == null ? ZoneOffset.UTC : ZoneId.of(owner.timeZone());
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .localizedBy(language)
                .withZone(zone)
                .format(when);
    }
}
