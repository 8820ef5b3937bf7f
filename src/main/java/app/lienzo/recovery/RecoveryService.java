package app.lienzo.recovery;

import app.lienzo.audit.Actor;
import app.lienzo.audit.AuditTrail;
import app.lienzo.identity.MemberService;
import app.lienzo.identity.MemberView;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignInMethod;
import app.lienzo.identity.SignInRule;
import app.lienzo.identity.SignedIn;
import app.lienzo.jobs.JobService;
import app.lienzo.kernel.EmailAddress;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import app.lienzo.kernel.Secrets;
import app.lienzo.ui.Languages;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// The door for whoever has a link mailed: invitations, forgotten passwords, new addresses. What the link
/// opens is [LinkService]'s.
@ApplicationScoped
@Transactional
public class RecoveryService {
    private static final int TYPED_MAX = 254;

    private final AccountLinks links;
    private final AccountMails mails;
    private final MemberService members;
    private final List<SignInRule> rules;
    private final RequestPace pace;
    private final JobService jobs;
    private final AuditTrail audit;
    private final Clock clock;
    private final RecoveryConfig config;

    RecoveryService(
            AccountLinks links,
            AccountMails mails,
            MemberService members,
            @All List<SignInRule> rules,
            RequestPace pace,
            JobService jobs,
            AuditTrail audit,
            Clock clock,
            RecoveryConfig config) {
        this.links = links;
        this.mails = mails;
        this.members = members;
        this.rules = rules;
        this.pace = pace;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
        this.config = config;
    }

    /// Mails a member his user name and a link to set his first password; earlier links die. Who only comes
    /// by single sign-on gets the address of the sign-in page instead. Also sends an invitation again.
    ///
    /// @param by who invites; that he may is for the caller to see to
    /// @throws Refused not found for one who is not active; `recovery-mails-too-many`
    public void welcome(Actor by, UUID member) {
        var person = active(member);
        requireMails(links.mailed(member, LinkPurpose.WELCOME, since()), config.welcomeMailsMax());
        links.end(member, clock.instant(), LinkPurpose.WELCOME, LinkPurpose.RESET);
        boolean byPassword = byPassword(person);
        var token = Secrets.token();
        var now = clock.instant();
        // What leads nowhere is remembered too: it counts.
        var endsAt = byPassword ? now.plus(config.welcomeTime()) : now;
        links.add(Ids.next(), LinkPurpose.WELCOME, member, token, null, now, endsAt);
        if (byPassword) mails.welcome(person, token, config.welcomeTime());
        else mails.welcomeElsewhere(person);
        audit.record(by, "welcome-sent", "member", member);
    }

    /// Asks the owner of a new address to confirm it; only then it counts. An earlier new address that waits
    /// is given up.
    ///
    /// @throws Refused `email-invalid`, `email-same`, `email-taken`, `recovery-mails-too-many`; not found and
    ///     `level-above` for whoever may not
    public void confirmEmail(SignedIn by, UUID member, String newEmail) {
        var person = reached(by, member);
        var email = EmailAddress.read(newEmail).orElseThrow(() -> Refused.invalid("email-invalid"));
        if (email.equals(person.email())) throw Refused.conflict("email-same");
        if (members.knownAs(email).stream().anyMatch(known -> !known.id().equals(member)))
            throw Refused.conflict("email-taken", email);
        requireMails(links.mailed(member, LinkPurpose.EMAIL, since()), config.emailMailsMax());
        requireMails(links.mailedTo(email, since()), config.emailMailsMax());
        var now = clock.instant();
        links.end(member, now, LinkPurpose.EMAIL);
        var token = Secrets.token();
        links.add(Ids.next(), LinkPurpose.EMAIL, member, token, email, now, now.plus(config.emailTime()));
        mails.confirmEmail(person, email, token, config.emailTime());
        audit.record(by.actor(), "email-change-asked", "member", member);
    }

    /// The address that a member's own waits to be replaced by.
    public Optional<PendingEmail> pendingEmail(UUID member) {
        return links.pendingEmail(member, clock.instant());
    }

    /// Gives up a new address that waits.
    ///
    /// @throws Refused not found when none waits; `level-above`
    public void cancelEmail(SignedIn by, UUID member) {
        reached(by, member);
        if (links.end(member, clock.instant(), LinkPurpose.EMAIL) == 0) throw Refused.notFound();
        audit.record(by.actor(), "email-change-cancelled", "member", member);
    }

    /// Takes a request for a link. Does the same whoever is meant, so that the answer and its time tell
    /// nothing.
    ///
    /// @param typed user name or e-mail address
    /// @param address network address it comes from
    /// @throws Refused `recovery-too-often`
    public void ask(String typed, Locale language, String address) {
        pace.countRequest(address);
        jobs.enqueue(new FindAccount(Ids.next(), SafeText.line(typed, TYPED_MAX), language.getLanguage(), address));
    }

    /// Mails the link if there is somebody to get it. Earlier links stay good: somebody else's request must
    /// not take away the one in the right person's hands.
    void answer(FindAccount asked) {
        for (var person : members.knownAs(asked.typed())) {
            if (links.mailed(person.id(), LinkPurpose.RESET, since()) >= config.resetMailsMax()) continue;
            var token = Secrets.token();
            var now = clock.instant();
            boolean byPassword = byPassword(person);
            var endsAt = byPassword ? now.plus(config.resetTime()) : now;
            if (!links.add(asked.link(), LinkPurpose.RESET, person.id(), token, null, now, endsAt)) continue;
            var language = Languages.offered(asked.language()).orElse(Languages.DEFAULT);
            if (byPassword) mails.reset(person, token, language, config.resetTime());
            else mails.resetElsewhere(person, language);
            audit.record(new Actor(null, "", asked.address()), "password-reset-asked", "member", person.id());
        }
    }

    private MemberView active(UUID member) {
        var person = members.require(member);
        if (!person.active()) throw Refused.notFound();
        return person;
    }

    private MemberView reached(SignedIn by, UUID member) {
        var person = active(member);
        if (by.member().equals(member)) return person;
        if (!by.may(Permission.MEMBERS_MANAGE)) throw Refused.notFound();
        if (!by.role().reaches(person.role())) throw Refused.forbidden("level-above");
        return person;
    }

    /// Whether a password set by a link would let him in.
    private boolean byPassword(MemberView person) {
        try {
            rules.forEach(rule -> rule.check(person, SignInMethod.PASSWORD));
            return true;
        } catch (Refused _) {
            return false;
        }
    }

    private Instant since() {
        return clock.instant().minus(config.mailsWithin());
    }

    private void requireMails(int mailed, int most) {
        if (mailed >= most)
            throw Refused.tooMany(
                    "recovery-mails-too-many", config.mailsWithin().toSeconds());
    }
}
