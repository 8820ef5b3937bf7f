package app.lienzo.portalaccess;

import app.lienzo.audit.Actor;
import app.lienzo.audit.AuditTrail;
import app.lienzo.contacts.OwnFileService;
import app.lienzo.identity.PasswordHashing;
import app.lienzo.identity.PasswordStrength;
import app.lienzo.identity.SignInFailures;
import app.lienzo.jobs.JobService;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import app.lienzo.kernel.Secrets;
import app.lienzo.portalaccess.PortalLinks.Purpose;
import app.lienzo.tenancy.Scope;
import app.lienzo.ui.NetworkPace;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The door to a contact's own password: forgotten, mailed, changed. Nothing that hashes runs in a transaction from
/// end to end.
@ApplicationScoped
public class PortalPasswordService {
    private static final int TYPED_MAX = 254;
    private static final int TOKEN_MAX = 100;

    private final PortalAccesses accesses;
    private final PortalSessions sessions;
    private final PortalLinks links;
    private final PortalMails mails;
    private final PortalAccessChanges changes;
    private final PortalSiteService sites;
    private final PortalSessionService signIns;
    private final OwnFileService files;
    private final PasswordHashing passwords;
    private final PasswordStrength strength;
    private final SignInFailures failures;
    private final JobService jobs;
    private final AuditTrail audit;
    private final NetworkPace requests;
    private final NetworkPace estimates;
    private final Clock clock;
    private final PortalAccessConfig config;

    PortalPasswordService(
            PortalAccesses accesses,
            PortalSessions sessions,
            PortalLinks links,
            PortalMails mails,
            PortalAccessChanges changes,
            PortalSiteService sites,
            PortalSessionService signIns,
            OwnFileService files,
            PasswordHashing passwords,
            PasswordStrength strength,
            SignInFailures failures,
            JobService jobs,
            AuditTrail audit,
            Scope scope,
            Clock clock,
            PortalAccessConfig config) {
        this.accesses = accesses;
        this.sessions = sessions;
        this.links = links;
        this.mails = mails;
        this.changes = changes;
        this.sites = sites;
        this.signIns = signIns;
        this.files = files;
        this.passwords = passwords;
        this.strength = strength;
        this.failures = failures;
        this.jobs = jobs;
        this.audit = audit;
        this.requests = new NetworkPace(scope, config.requestsMax(), config.requestsWithin(), "recovery-too-often");
        this.estimates = new NetworkPace(scope, config.estimatesMax(), Duration.ofMinutes(1), "recovery-too-often");
        this.clock = clock;
        this.config = config;
    }

    /// Takes a request for a link. Does the same whoever is meant, so that the answer and its time tell nothing.
    ///
    /// @param typed an e-mail address
    /// @param address network address it comes from
    /// @throws Refused `recovery-too-often`
    @Transactional
    public void ask(UUID space, String typed, String address) {
        requests.count(address);
        jobs.enqueue(new FindPortalAccess(Ids.next(), space, SafeText.line(typed, TYPED_MAX), address));
    }

    /// Mails the link if there is somebody to get it, to the address that was typed. Earlier links stay good: somebody
    /// else's request must not take away the one in the right person's hands.
    @Transactional
    void answer(FindPortalAccess asked) {
        if (sites.find(asked.space()).isEmpty()) return;
        var person = accesses.withAddress(asked.space(), asked.typed()).orElse(null);
        if (person == null) return;
        var now = clock.instant();
        var since = now.minus(config.mailsWithin());
        if (links.mailed(person.contact(), Purpose.RESET, since) >= config.resetMailsMax()) return;
        var token = Secrets.token();
        var address = asked.typed().strip().toLowerCase(Locale.ROOT);
        var endsAt = now.plus(config.resetTime());
        if (!links.add(asked.link(), Purpose.RESET, person.contact(), token, address, now, endsAt)) return;
        mails.reset(person, address, token, config.resetTime());
        audit.record(new Actor(null, "", asked.address()), "portal-password-asked", "contact", person.contact());
    }

    /// The link this token belongs to; nothing for one that is used, ended, another organization's or another space's,
    /// for an address that is not the contact's any more, or for none at all. Looking changes nothing.
    public Optional<PortalLinkView> find(@Nullable String token, UUID space) {
        if (token == null || token.isEmpty() || token.length() > TOKEN_MAX) return Optional.empty();
        return links.usable(token, clock.instant())
                .filter(link -> accesses.has(link.contact(), link.address()))
                .flatMap(link -> accesses.find(link.contact())
                        .filter(person -> person.space().equals(space))
                        .map(person -> new PortalLinkView(
                                link.id(),
                                link.contact(),
                                space,
                                link.address(),
                                link.purpose() == Purpose.ACTIVATION && person.passwordHash() == null)));
    }

    /// Sets the password of the link's contact, who is whoever got the mail: his address is verified by it, and all his
    /// sessions end.
    ///
    /// @return the contact
    /// @throws Refused `link-unusable`, `password-weak`
    public UUID setPassword(String token, UUID space, String password) {
        var link = find(token, space).orElseThrow(PortalPasswordService::unusable);
        passwords.require(password);
        // Hashing takes its time, which no transaction should span.
        var hash = passwords.hash(password);
        QuarkusTransaction.requiringNew().run(() -> {
            if (!links.use(link.id(), clock.instant())) throw unusable();
            files.verified(link.contact(), link.address());
            usePassword(accesses.require(link.contact()), hash, null);
            accesses.proved(link.contact(), link.address());
        });
        return link.contact();
    }

    /// Changes one's own password; all other sessions end.
    ///
    /// @throws Refused `password-wrong`, `sign-in-too-often`, `password-weak`
    public void change(SignedInContact me, String current, String password) {
        var attempt = failures.attempt("portal " + me.contact(), "password");
        if (!isPassword(me.contact(), current, attempt)) throw Refused.invalid("password-wrong");
        failures.forgive(attempt);
        passwords.require(password);
        var hash = passwords.hash(password);
        QuarkusTransaction.requiringNew().run(() -> usePassword(accesses.require(me.contact()), hash, me.session()));
    }

    /// Replaces a password that somebody else gave, and is signed in with it.
    ///
    /// @throws Refused `password-same`, `password-weak`
    public NewPortalSession replace(PendingPortalSignIn pending, String password, String address, String userAgent) {
        var person = accesses.require(pending.contact());
        if (passwords.matches(password, person.passwordHash())) throw Refused.invalid("password-same");
        passwords.require(password);
        var hash = passwords.hash(password);
        return QuarkusTransaction.requiringNew().call(() -> {
            if (!sessions.end(pending.contact(), pending.session())) throw unusable();
            usePassword(person, hash, null);
            return signIns.begin(pending.contact(), address, userAgent);
        });
    }

    /// How hard a password is to guess, from 0 to 4. Advice, never a condition; nothing is kept of it.
    ///
    /// @throws Refused `recovery-too-often`
    public int strength(String password, String email, String address) {
        estimates.count(address);
        return strength.of(password, email);
    }

    private void usePassword(PortalPerson person, String hash, @Nullable UUID kept) {
        var now = clock.instant();
        boolean first = accesses.usePassword(person.contact(), hash, null, now);
        sessions.endAll(person.contact(), kept);
        links.end(person.contact(), now);
        changes.tell(person.contact());
        audit.record(new Actor(null, person.shownName(), null), "portal-password-changed", "contact", person.contact());
        if (!first) mails.passwordChanged(person);
    }

    /// Who was not even looked at, because too many came at once, has not failed.
    private boolean isPassword(UUID contact, String current, UUID attempt) {
        try {
            return passwords.matches(
                    current,
                    accesses.find(contact).map(PortalPerson::passwordHash).orElse(null));
        } catch (Refused busy) {
            failures.forgive(attempt);
            throw busy;
        }
    }

    private static Refused unusable() {
        return Refused.conflict("link-unusable");
    }
}
