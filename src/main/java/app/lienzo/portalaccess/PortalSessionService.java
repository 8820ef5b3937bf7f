package app.lienzo.portalaccess;

import app.lienzo.audit.Actor;
import app.lienzo.audit.AuditTrail;
import app.lienzo.identity.PasswordHashing;
import app.lienzo.identity.SignInFailures;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.Secrets;
import app.lienzo.tenancy.Scope;
import app.lienzo.ui.NetworkPace;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The door to contacts' sessions: opening, finding, listing, ending. A session belongs to one contact of one space; at
/// the portal of another one it counts for nothing.
@ApplicationScoped
public class PortalSessionService {
    private static final int TOKEN_MAX = 200;

    /// One browser may be signed in at so many portals of a host at a time.
    public static final int TOKENS_MAX = 5;

    private final PortalSessions sessions;
    private final PortalAccesses accesses;
    private final PortalSiteService sites;
    private final PasswordHashing passwords;
    private final SignInFailures failures;
    private final PortalAccessChanges changes;
    private final NetworkPace networks;
    private final AuditTrail audit;
    private final Clock clock;
    private final PortalAccessConfig config;

    PortalSessionService(
            PortalSessions sessions,
            PortalAccesses accesses,
            PortalSiteService sites,
            PasswordHashing passwords,
            SignInFailures failures,
            PortalAccessChanges changes,
            Scope scope,
            AuditTrail audit,
            Clock clock,
            PortalAccessConfig config) {
        this.sessions = sessions;
        this.accesses = accesses;
        this.sites = sites;
        this.passwords = passwords;
        this.failures = failures;
        this.changes = changes;
        this.networks =
                new NetworkPace(scope, config.failuresOfNetworkMax(), config.failuresWithin(), "sign-in-too-often");
        this.audit = audit;
        this.clock = clock;
        this.config = config;
    }

    /// Opens a session for whoever knows the password. No transaction spans the hashing. The answer and its time are
    /// the same for an address that nobody has, and for a contact who is blocked or has no access.
    ///
    /// @param email any address of the contact's in this space
    /// @throws Refused `portal-sign-in-failed`, `sign-in-too-often`, `sign-in-busy`
    public NewPortalSession signIn(UUID space, String email, String password, String address, String userAgent) {
        networks.check(address);
        var name = "portal " + space + " " + email.strip();
        try (var _ = failures.turn(name, address)) {
            var attempt = failures.attempt(name, address);
            var known = sites.open(space) ? accesses.withAddress(space, email) : Optional.<PortalPerson>empty();
            if (!matches(password, known, attempt)) {
                networks.count(address);
                throw Refused.invalid("portal-sign-in-failed");
            }
            failures.forgive(attempt);
            var person = known.orElseThrow();
            return QuarkusTransaction.requiringNew().call(() -> open(person, person.temporary(), address, userAgent));
        }
    }

    /// Who was not even looked at, because too many came at once, has not failed.
    private boolean matches(String password, Optional<PortalPerson> known, UUID attempt) {
        try {
            return passwords.matches(
                    password, known.map(PortalPerson::passwordHash).orElse(null));
        } catch (Refused busy) {
            failures.forgive(attempt);
            throw busy;
        }
    }

    /// Opens a session for a contact who has proved himself by a link or a new password.
    ///
    /// @throws Refused not found for one who is blocked or removed
    @Transactional
    public NewPortalSession begin(UUID contact, String address, String userAgent) {
        return open(accesses.require(contact), false, address, userAgent);
    }

    private NewPortalSession open(PortalPerson person, boolean pending, String address, String userAgent) {
        var now = clock.instant();
        var endsAt = now.plus(pending ? config.pendingTime() : config.sessionWhole());
        var session = new NewPortalSession(Secrets.token(), Ids.next(), person.contact(), endsAt, pending);
        sessions.add(session, address, userAgent, now);
        if (!pending) {
            accesses.came(person.contact(), now);
            audit.record(new Actor(null, person.shownName(), address), "portal-signed-in", "contact", person.contact());
        }
        return session;
    }

    /// Who is signed in at the portal of a space with one of these tokens.
    public Optional<SignedInContact> find(List<String> tokens, UUID space) {
        var usable = usable(tokens);
        return usable.isEmpty() ? Optional.empty() : sessions.find(usable, space);
    }

    /// The sign-in under way at the portal of a space that one of these tokens belongs to.
    public Optional<PendingPortalSignIn> pending(List<String> tokens, UUID space) {
        var usable = usable(tokens);
        return usable.isEmpty() ? Optional.empty() : sessions.pending(usable, space);
    }

    /// Ends whatever a browser has open at the portal of a space: it goes, or somebody signs in anew.
    @Transactional
    public void leave(List<String> tokens, UUID space) {
        var usable = usable(tokens);
        if (usable.isEmpty()) return;
        sessions.find(usable, space).ifPresent(me -> {
            audit.record(me.actor(), "portal-signed-out", "contact", me.contact());
            changes.tell(me.contact());
        });
        sessions.leave(usable, space);
    }

    /// Where a contact is signed in, the last seen first.
    public List<PortalSessionView> of(SignedInContact me) {
        return sessions.of(me);
    }

    /// Ends one of one's own sessions.
    ///
    /// @throws Refused not found
    @Transactional
    public void end(SignedInContact me, UUID session) {
        if (!sessions.end(me.contact(), session)) throw Refused.notFound();
        audit.record(me.actor(), "portal-signed-out", "contact", me.contact());
        changes.tell(me.contact());
    }

    /// Ends all of one's own sessions but the one that asks.
    @Transactional
    public void endOthers(SignedInContact me) {
        sessions.endAll(me.contact(), me.session());
        audit.record(me.actor(), "portal-signed-out", "contact", me.contact());
        changes.tell(me.contact());
    }

    private static List<String> usable(List<String> tokens) {
        return tokens.stream()
                .filter(token -> !token.isEmpty() && token.length() <= TOKEN_MAX)
                .limit(TOKENS_MAX)
                .toList();
    }
}
