package app.lienzo.operators;

import app.lienzo.identity.MemberView;
import app.lienzo.mail.OwnerMails;
import app.lienzo.tenancy.Links;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;

/// Tells the Owners of the organization in scope that somebody of the support looks at it: through whose eyes, why and
/// until when. Like their trail it names nobody of the staff.
@ApplicationScoped
class VisitMails {
    private final OwnerMails owners;
    private final Links links;

    VisitMails(OwnerMails owners, Links links) {
        this.owners = owners;
        this.links = links;
    }

    /// In the transaction in which the visit begins: both are, or neither.
    void begun(MemberView eyes, String reason, Instant endsAt) {
        owners.send(
                VisitMail.NAME,
                (owner, language) -> Map.of(
                        "member", eyes.name(),
                        "reason", reason,
                        "until", time(endsAt, owner, language),
                        "link", links.to(VisitingService.VISITS).toString()));
    }

    private static String time(Instant at, MemberView owner, Locale language) {
        var zone = owner.timeZone() == null ? ZoneOffset.UTC : ZoneId.of(owner.timeZone());
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                        .localizedBy(language)
                        .withZone(zone)
                        .format(at)
                + " (" + (zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId()) + ")";
    }
}
