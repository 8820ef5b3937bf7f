package app.lienzo.portalaccess;

import app.lienzo.audit.AuditTrail;
import app.lienzo.identity.PasswordHashing;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.EmailAddress;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.Secrets;
import app.lienzo.portalaccess.PortalLinks.Purpose;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The door to contacts' access for the team: who has it, sending the activation mail, giving a temporary password,
/// signing somebody out.
@ApplicationScoped
public class PortalAccessService {
    /// Told to all replicas, with `<organization> <contact>`, when somebody's access or sessions changed.
    public static final String CHANGED = "portal-access";

    private final PortalAccesses accesses;
    private final PortalSessions sessions;
    private final PortalLinks links;
    private final PortalMails mails;
    private final PortalAccessChanges changes;
    private final PortalSiteService sites;
    private final PasswordHashing passwords;
    private final AuditTrail audit;
    private final Clock clock;
    private final PortalAccessConfig config;

    PortalAccessService(
            PortalAccesses accesses,
            PortalSessions sessions,
            PortalLinks links,
            PortalMails mails,
            PortalAccessChanges changes,
            PortalSiteService sites,
            PasswordHashing passwords,
            AuditTrail audit,
            Clock clock,
            PortalAccessConfig config) {
        this.accesses = accesses;
        this.sessions = sessions;
        this.links = links;
        this.mails = mails;
        this.changes = changes;
        this.sites = sites;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
        this.config = config;
    }

    /// How a contact stands with the portal. Whether the caller may see the contact is for him to see to.
    public PortalAccessView of(UUID contact) {
        return accesses.view(contact).orElse(PortalAccessView.NONE);
    }

    /// Mails a contact the link by which he verifies his address, sets a password and is in; earlier links die. Also
    /// sends it again.
    ///
    /// @throws Refused not found; `portal-off`, `contact-without-email`, `recovery-mails-too-many`
    @Transactional
    public void invite(SignedIn by, UUID contact) {
        var person = reached(by, contact);
        if (sites.find(person.space()).isEmpty()) throw Refused.conflict("portal-off");
        if (address(person).isEmpty()) throw Refused.conflict("contact-without-email");
        var since = clock.instant().minus(config.mailsWithin());
        if (links.mailed(contact, Purpose.ACTIVATION, since) >= config.activationMailsMax())
            throw Refused.tooMany(
                    "recovery-mails-too-many", config.mailsWithin().toSeconds());
        sendActivation(person);
        audit.record(by.actor(), "portal-invited", "contact", contact);
    }

    /// The same for a contact who was just added by hand; nothing for one who cannot use it.
    void welcome(UUID contact) {
        accesses.find(contact)
                .filter(person -> sites.find(person.space()).isPresent())
                .filter(person -> address(person).isPresent())
                .ifPresent(this::sendActivation);
    }

    /// Gives a contact a password that he has to change when he comes in; his sessions end (SO-8).
    ///
    /// @param mailed whether he gets it by mail
    /// @return the password, to be shown this once
    /// @throws Refused not found; `portal-off`, `contact-without-email`
    public String givePassword(SignedIn by, UUID contact, boolean mailed) {
        var person = reached(by, contact);
        if (sites.find(person.space()).isEmpty()) throw Refused.conflict("portal-off");
        if (address(person).isEmpty()) throw Refused.conflict("contact-without-email");
        var password = TemporaryPassword.make();
        // Hashing takes its time, which no transaction should span.
        var hash = passwords.hash(password);
        QuarkusTransaction.requiringNew().run(() -> {
            var now = clock.instant();
            accesses.usePassword(contact, hash, now.plus(config.temporaryTime()), now);
            end(contact);
            if (mailed) mails.temporary(person, password, config.temporaryTime());
            audit.record(by.actor(), "portal-password-given", "contact", contact);
        });
        return password;
    }

    /// Signs a contact out everywhere.
    ///
    /// @throws Refused not found
    @Transactional
    public void signOut(SignedIn by, UUID contact) {
        reached(by, contact);
        sessions.endAll(contact, null);
        changes.tell(contact);
        audit.record(by.actor(), "portal-signed-out", "contact", contact);
    }

    /// For set-up from files: a password of his own, as if he had chosen it.
    @Transactional
    public void setUp(UUID contact, String password) {
        accesses.usePassword(contact, passwords.hash(password), null, clock.instant());
    }

    /// Whoever is blocked or gone is signed out, and no link of his leads anywhere.
    void end(UUID contact) {
        sessions.endAll(contact, null);
        links.end(contact, clock.instant());
        changes.tell(contact);
    }

    /// Addresses turned out not to be his, or not any more, and each of his is one to sign in with:
    /// whoever came in is asked anew. A password that was set from one of those mailboxes is worth
    /// nothing, and who could come in with one of them is told so there (A04).
    void addressesLost(UUID contact, Set<String> addresses) {
        accesses.find(contact)
                .filter(person -> person.passwordHash() != null)
                .ifPresent(person -> addresses.forEach(address -> mails.addressGone(person, address)));
        accesses.forgetPassword(contact, addresses);
        end(contact);
    }

    /// Links mailed before lead nowhere any more.
    void endLinks(UUID contact) {
        links.end(contact, clock.instant());
    }

    /// What he may see changed: he is asked anew, and stays signed in.
    void reconsider(UUID contact) {
        changes.tell(contact);
    }

    private void sendActivation(PortalPerson person) {
        var now = clock.instant();
        var address = address(person).orElseThrow();
        links.end(person.contact(), now);
        var token = Secrets.token();
        links.add(
                Ids.next(),
                Purpose.ACTIVATION,
                person.contact(),
                token,
                address,
                now,
                now.plus(config.activationTime()));
        accesses.invited(person.contact(), now);
        mails.activation(person, address, token, config.activationTime());
    }

    private PortalPerson reached(SignedIn by, UUID contact) {
        var person = accesses.require(contact);
        by.require(Permission.CONTACTS_WORK, person.space());
        return person;
    }

    /// Where he can be written to: only an address that is his alone in the space.
    private Optional<String> address(PortalPerson person) {
        return EmailAddress.read(person.email()).filter(email -> accesses.has(person.contact(), email));
    }
}
