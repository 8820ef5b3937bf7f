package app.lienzo.optout;

import app.lienzo.audit.Actor;
import app.lienzo.audit.AuditTrail;
import app.lienzo.calendars.CalendarService;
import app.lienzo.identity.MemberQuery;
import app.lienzo.identity.MemberService;
import app.lienzo.identity.OrganizationRole;
import app.lienzo.mail.Letter;
import app.lienzo.mail.MailService;
import app.lienzo.mail.OwnerMails;
import app.lienzo.tenancy.Links;
import app.lienzo.tenancy.Scope;
import app.lienzo.ui.Languages;
import app.lienzo.ui.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Writes the letters about a request, to each side in its own scope and under its own brand.
@ApplicationScoped
@Transactional
class OptOutMails {
    static final String OWN_PATH = "/organization/marketing";
    static final String QUEUE_PATH = "/operator/optouts";

    private final OptOuts requests;
    private final DatedOptOuts dated;
    private final MailService mails;
    private final OwnerMails owners;
    private final MemberService members;
    private final CalendarService calendars;
    private final AuditTrail audit;
    private final Links links;
    private final Scope scope;
    private final OptOutConfig config;

    OptOutMails(
            OptOuts requests,
            DatedOptOuts dated,
            MailService mails,
            OwnerMails owners,
            MemberService members,
            CalendarService calendars,
            AuditTrail audit,
            Links links,
            Scope scope,
            OptOutConfig config) {
        this.requests = requests;
        this.dated = dated;
        this.mails = mails;
        this.owners = owners;
        this.members = members;
        this.calendars = calendars;
        this.audit = audit;
        this.links = links;
        this.scope = scope;
        this.config = config;
    }

    /// To all operators, and where it is urgent to support.
    void tellOperators(UUID id, OptOutNews news) {
        var found = requests.find(id);
        if (found.isEmpty()) return;
        var request = dated.of(found.get());
        var operators = new MemberQuery(null, OrganizationRole.OPERATOR, true, null, null, config.operatorsMax());
        for (var operator : members.search(operators)) {
            write(news, request, operator.email(), operator.name(), operator.language());
        }
        if (news.urgent())
            config.supportAddress()
                    .filter(address -> !address.isBlank())
                    .ifPresent(address -> write(news, request, address, null, null));
    }

    /// @param name null for the support, which is many
    private void write(OptOutNews news, OptOutView request, String to, @Nullable String name, @Nullable String spoken) {
        var language = Languages.offered(spoken == null ? scope.organization().language() : spoken)
                .orElse(Languages.DEFAULT);
        var values = Map.of(
                "name", name == null ? Words.text("optout", language, "support-team") : name,
                "organization", request.organizationName(),
                "who", request.requestedBy(),
                "due", day(request.dueAt(), language),
                "note", lastNote(request.id(), OptOutStep.Kind.ESCALATED),
                "link", links.to(QUEUE_PATH + "/" + request.id()).toString());
        mails.send(new Letter(news.mail(), language, to, name == null ? "" : name, values));
    }

    /// To all Owners; and their trail says that it came from outside.
    void tellOwners(UUID id, OptOutNews news) {
        var found = requests.find(id);
        if (found.isEmpty()) return;
        var request = found.get();
        switch (news) {
            case DONE -> audit.record(Actor.SYSTEM, "optout-done", "optout", id);
            case REFUSED -> audit.record(Actor.SYSTEM, "optout-refused", "optout", id);
            default -> audit.record(Actor.SYSTEM, "optout-taken", "optout", id);
        }
        owners.send(
                news.mail(),
                (_, language) -> Map.of(
                        "reason",
                        request.reason() == null ? "" : request.reason(),
                        "link",
                        links.to(OWN_PATH).toString()));
    }

    private String lastNote(UUID id, OptOutStep.Kind kind) {
        return requests.steps(id).reversed().stream()
                .filter(step -> step.kind() == kind)
                .findFirst()
                .map(OptOutStep::note)
                .orElse("");
    }

    private String day(@Nullable Instant due, Locale language) {
        if (due == null) return Words.text("optout", language, "no-date");
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                .localizedBy(language)
                .withZone(ZoneId.of(calendars.first().settings().zone()))
                .format(due);
    }
}
