package app.lienzo.partners;

import app.lienzo.identity.MemberQuery;
import app.lienzo.identity.MemberService;
import app.lienzo.identity.MemberView;
import app.lienzo.identity.OrganizationRole;
import app.lienzo.mail.Letter;
import app.lienzo.mail.MailService;
import app.lienzo.tenancy.Links;
import app.lienzo.tenancy.Scope;
import app.lienzo.ui.Languages;
import app.lienzo.ui.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Writes the letters about applications: to applicants in the language of their form, to operators in theirs.
@ApplicationScoped
class ApplicationMails {
    private static final int OPERATORS_MAX = 50;

    private final MailService mails;
    private final MemberService members;
    private final ApplicationTokens tokens;
    private final Links links;
    private final Scope scope;
    private final PartnerConfig config;

    ApplicationMails(
            MailService mails,
            MemberService members,
            ApplicationTokens tokens,
            Links links,
            Scope scope,
            PartnerConfig config) {
        this.mails = mails;
        this.members = members;
        this.tokens = tokens;
        this.links = links;
        this.scope = scope;
        this.config = config;
    }

    void confirm(ApplicationView application) {
        var link = link(PartnerPaths.CONFIRM, ApplicationTokens.Purpose.CONFIRM, application);
        toMailbox(
                ApplicationMail.CONFIRM,
                application,
                Map.of(
                        "hours",
                        hours(),
                        "time",
                        Long.toString(config.confirmWithin().toHours()),
                        "link",
                        link));
    }

    void known(ApplicationView application, String language) {
        mails.send(new Letter(
                ApplicationMail.KNOWN,
                language(language),
                application.email(),
                "",
                Map.of("link", followed(application))));
    }

    void received(ApplicationView application, @Nullable Instant due) {
        toApplicant(
                ApplicationMail.RECEIVED,
                application,
                Map.of("hours", hours(), "due", when(due, language(application.language()), ZoneOffset.UTC)));
    }

    void approved(ApplicationView application) {
        toApplicant(ApplicationMail.APPROVED, application, Map.of());
    }

    void declined(ApplicationView application, String reason) {
        toApplicant(ApplicationMail.DECLINED, application, Map.of("reason", reason));
    }

    void arrived(ApplicationView application, @Nullable Instant due) {
        operators().forEach(operator -> toOperator(ApplicationMail.NEW, operator, application, due, null));
    }

    /// @param left hours until it is due
    void warning(ApplicationView application, Instant due, long left) {
        responsible(application)
                .forEach(operator -> toOperator(ApplicationMail.WARNING, operator, application, due, left));
    }

    /// To the address that is configured, or to every operator.
    void overdue(ApplicationView application, Instant due) {
        var address = config.escalationAddress().filter(text -> !text.isBlank());
        if (address.isEmpty()) {
            operators().forEach(operator -> toOperator(ApplicationMail.OVERDUE, operator, application, due, null));
            return;
        }
        var language = language(scope.organization().language());
        mails.send(new Letter(
                ApplicationMail.OVERDUE,
                language,
                address.get(),
                "",
                overdueOf(ofOperator("", application, when(due, language, ZoneOffset.UTC), null))));
    }

    /// An address is nobody in particular.
    private static Map<String, String> overdueOf(Map<String, String> values) {
        var nameless = new HashMap<>(values);
        nameless.remove("name");
        return nameless;
    }

    private List<MemberView> responsible(ApplicationView application) {
        var assignee = application.assignee();
        if (assignee == null) return operators();
        var found = members.find(assignee).filter(MemberView::active);
        return found.map(List::of).orElseGet(this::operators);
    }

    private List<MemberView> operators() {
        return members.search(new MemberQuery(null, OrganizationRole.OPERATOR, true, null, null, OPERATORS_MAX));
    }

    private void toOperator(
            String kind, MemberView operator, ApplicationView application, @Nullable Instant due, @Nullable Long left) {
        var language = language(Objects.requireNonNullElse(
                operator.language(), scope.organization().language()));
        var zone = operator.timeZone() == null ? ZoneOffset.UTC : ZoneId.of(operator.timeZone());
        var values = ofOperator(operator.name(), application, when(due, language, zone), left);
        mails.send(new Letter(
                kind,
                language,
                operator.email(),
                operator.name(),
                kind.equals(ApplicationMail.OVERDUE) ? overdueOf(values) : values));
    }

    private Map<String, String> ofOperator(String name, ApplicationView application, String due, @Nullable Long left) {
        var values = new HashMap<>(Map.of(
                "name",
                name,
                "company",
                application.company(),
                "due",
                due,
                "link",
                links.to(PartnerPaths.OPERATOR + "/" + application.id()).toString()));
        if (left != null) values.put("left", left.toString());
        return values;
    }

    private void toApplicant(String kind, ApplicationView application, Map<String, String> more) {
        var values = new HashMap<>(more);
        values.put("name", application.person());
        values.put("company", application.company());
        values.put("link", followed(application));
        mails.send(
                new Letter(kind, language(application.language()), application.email(), application.person(), values));
    }

    private void toMailbox(String kind, ApplicationView application, Map<String, String> values) {
        mails.send(new Letter(kind, language(application.language()), application.email(), "", values));
    }

    private String followed(ApplicationView application) {
        return link(PartnerPaths.APPLICATION, ApplicationTokens.Purpose.FOLLOW, application);
    }

    private String link(String path, ApplicationTokens.Purpose purpose, ApplicationView application) {
        return links.to(path + "/" + tokens.token(purpose, application.id())).toString();
    }

    private String hours() {
        return Integer.toString(config.answerHours());
    }

    private static Locale language(String tag) {
        return Languages.offered(tag).orElse(Languages.DEFAULT);
    }

    private static String when(@Nullable Instant at, Locale language, ZoneId zone) {
        if (at == null) return Words.text("partners", language, "soon");
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                        .localizedBy(language)
                        .withZone(zone)
                        .format(at)
                + (zone.equals(ZoneOffset.UTC) ? " (UTC)" : "");
    }
}
