package app.lienzo.partners;

import app.lienzo.captcha.CaptchaService;
import app.lienzo.deadlines.DeadlineService;
import app.lienzo.deadlines.DeadlineSubject;
import app.lienzo.deadlines.DeadlineTerms.WallHours;
import app.lienzo.deadlines.DeadlineView;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.partners.ApplicationLine.Kind;
import app.lienzo.partners.ApplicationTokens.Purpose;
import app.lienzo.tenancy.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The door for applicants.
@ApplicationScoped
@Transactional
public class ApplyService {
    private static final Duration DAY = Duration.ofDays(1);

    /// What is left when operators are warned: of 72 hours, after 48 and after 66.
    private static final List<Integer> WARN_LEFT = List.of(24, 6);

    private static final int WARN_OF = 72;

    private final Applications applications;
    private final UnconfirmedApplications unconfirmed;
    private final ApplicationLines lines;
    private final WaitingRoom room;
    private final ApplicationCheck checks;
    private final ApplicationTokens tokens;
    private final ApplicationMails mails;
    private final CaptchaService captcha;
    private final DeadlineService deadlines;
    private final PartnerConfig config;
    private final Scope scope;
    private final Clock clock;

    ApplyService(
            Applications applications,
            UnconfirmedApplications unconfirmed,
            ApplicationLines lines,
            WaitingRoom room,
            ApplicationCheck checks,
            ApplicationTokens tokens,
            ApplicationMails mails,
            CaptchaService captcha,
            DeadlineService deadlines,
            PartnerConfig config,
            Scope scope,
            Clock clock) {
        this.applications = applications;
        this.unconfirmed = unconfirmed;
        this.lines = lines;
        this.room = room;
        this.checks = checks;
        this.tokens = tokens;
        this.mails = mails;
        this.captcha = captcha;
        this.deadlines = deadlines;
        this.config = config;
        this.scope = scope;
        this.clock = clock;
    }

    /// Everything that is wrong with what was typed, one fault for a field; none when it can be sent.
    ///
    /// @param address network address of who asks: whether a name is free is told to nobody again and again
    /// @throws Refused `applications-too-often`
    public List<Fault> faults(NewApplication typed, String address) {
        room.look(address);
        return checks.check(typed).faults();
    }

    /// Takes an application in and writes to its address. Whether the address is known makes no difference to what the
    /// sender sees. Sent twice it is one.
    ///
    /// @param proof of work, as the browser sends it
    /// @param address network address it comes from
    /// @throws Refused `application-faulty`, `applications-too-often`, `applications-too-many`, `captcha-…`
    public void apply(NewApplication typed, @Nullable String proof, String address) {
        var now = now();
        if (!unconfirmed.first(typed.submission(), now)) return;
        room.knock(address);
        var tidy = checks.check(typed).tidy();
        if (tidy == null) throw Refused.invalid("application-faulty");
        captcha.redeem(proof);
        boolean mayMail = unconfirmed.mailed(tidy.email(), now.minus(DAY)) < config.mailsMax();
        var open = applications.openOf(tidy.email());
        if (open.isPresent()) remind(open.get(), typed.language(), mayMail, now);
        else if (mayMail) add(typed, tidy, room.place(address, now), now);
    }

    private void remind(ApplicationView open, String language, boolean mayMail, Instant now) {
        if (!mayMail || lines.count(open.id()) >= config.linesMax()) return;
        lines.write(open.id(), now, Kind.REMINDED, null, null);
        mails.known(open, language);
    }

    private void add(NewApplication typed, ApplicationCheck.Tidy tidy, String network, Instant now) {
        var id = Ids.next();
        unconfirmed.add(id, typed, tidy, network, now);
        lines.write(id, now, Kind.ASKED, null, null);
        mails.confirm(applications.find(id).orElseThrow());
    }

    /// The application whose address a link would confirm; nothing for one that was used, has expired, or is none.
    public Optional<ApplicationView> confirmable(@Nullable String token) {
        return tokens.read(Purpose.CONFIRM, token)
                .flatMap(applications::find)
                .filter(application -> application.state() == ApplicationState.UNCONFIRMED
                        && application.createdAt().plus(config.confirmWithin()).isAfter(clock.instant()));
    }

    /// Confirms an address: from now on the clock runs.
    ///
    /// @return what the link to the application's own page carries
    /// @throws Refused `link-unusable`
    public String confirm(@Nullable String token) {
        var application = confirmable(token)
                .flatMap(found -> applications.lock(found.id()))
                .filter(found -> found.state() == ApplicationState.UNCONFIRMED)
                .orElseThrow(ApplyService::unusable);
        unconfirmed.alone(application.email());
        var deadline = deadlines.start(
                DeadlineSubject.APPLICATION,
                application.id(),
                scope.organization().id(),
                terms());
        var now = deadline.startedAt();
        if (!unconfirmed.confirm(application, now)) throw unusable();
        unconfirmed.forgetOthers(application);
        lines.write(application.id(), now, Kind.CONFIRMED, null, null);
        mails.received(application, deadline.dueAt());
        mails.arrived(application, deadline.dueAt());
        return tokens.token(Purpose.FOLLOW, application.id());
    }

    /// The application that a private link leads to, until some months after its answer.
    public Optional<ApplicationView> followed(@Nullable String token) {
        return tokens.read(Purpose.FOLLOW, token)
                .flatMap(applications::find)
                .filter(application -> application.decidedAt() == null
                        || application.decidedAt().plus(config.followWithin()).isAfter(clock.instant()));
    }

    /// What its applicant may know of its history.
    public List<ApplicationLine> history(UUID application) {
        return lines.history(application, config.linesMax()).stream()
                .filter(line -> line.kind().open())
                .toList();
    }

    public Optional<DeadlineView> deadline(UUID application) {
        return deadlines.find(DeadlineSubject.APPLICATION, application);
    }

    private WallHours terms() {
        int hours = config.answerHours();
        var left = WARN_LEFT.stream()
                .map(share -> hours * share / WARN_OF)
                .filter(amount -> amount > 0)
                .toList();
        return new WallHours(hours, left);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Refused unusable() {
        return Refused.invalid("link-unusable");
    }
}
