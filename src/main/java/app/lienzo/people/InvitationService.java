package app.lienzo.people;

import app.lienzo.audit.AuditTrail;
import app.lienzo.identity.AccountService;
import app.lienzo.identity.MemberService;
import app.lienzo.identity.MemberState;
import app.lienzo.identity.MemberView;
import app.lienzo.identity.NewMember;
import app.lienzo.identity.OrganizationRole;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.EmailAddress;
import app.lienzo.kernel.Refused;
import app.lienzo.people.InvitationResult.Outcome;
import app.lienzo.people.PastedAddresses.Pasted;
import app.lienzo.recovery.RecoveryService;
import app.lienzo.spaces.ClientGate;
import app.lienzo.spaces.SpaceTeamService;
import app.lienzo.tenancy.Scope;
import app.lienzo.ui.Languages;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The door to invitations. Each address is a transaction of its own: what is wrong with one keeps nobody
/// else from being invited, and the same list sent again does nothing twice.
@ApplicationScoped
public class InvitationService {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Set<String> TRY_ANOTHER = Set.of("user-name-taken", "user-name-reserved", "user-name-invalid");

    private final PeopleService people;
    private final Invitations invitations;
    private final MemberService members;
    private final AccountService accounts;
    private final SpaceTeamService teams;
    private final RecoveryService recovery;
    private final Languages languages;
    private final Scope scope;
    private final AuditTrail audit;
    private final Clock clock;
    private final PeopleConfig config;
    private final ClientGate gate;

    InvitationService(
            PeopleService people,
            Invitations invitations,
            MemberService members,
            AccountService accounts,
            SpaceTeamService teams,
            RecoveryService recovery,
            Languages languages,
            Scope scope,
            AuditTrail audit,
            Clock clock,
            PeopleConfig config,
            ClientGate gate) {
        this.people = people;
        this.invitations = invitations;
        this.members = members;
        this.accounts = accounts;
        this.teams = teams;
        this.recovery = recovery;
        this.languages = languages;
        this.scope = scope;
        this.audit = audit;
        this.clock = clock;
        this.config = config;
        this.gate = gate;
    }

    /// How many addresses are taken in one go.
    public int addressesMax() {
        return config.addressesMax();
    }

    /// Invites everybody on a pasted list, and says of each what became of it.
    ///
    /// @throws Refused before anybody is invited: `invitation-empty`, `invitations-too-many`,
    ///     `invitation-single`, `invitations-too-often`, `level-above`, `invitation-unconfirmed`; not found for an
    ///     unknown space
    public List<InvitationResult> invite(SignedIn by, InvitationOrder order) {
        var pasted = PastedAddresses.read(order.addresses());
        if (pasted.isEmpty()) throw Refused.invalid("invitation-empty");
        if (pasted.size() > config.addressesMax()) throw Refused.invalid("invitations-too-many", config.addressesMax());
        if (pasted.size() > 1 && order.userName() != null) throw Refused.invalid("invitation-single");
        requireAllowed(by, order, pasted.size());
        var results = new ArrayList<InvitationResult>();
        for (var one : pasted) results.add(invited(by, order, one));
        return results;
    }

    /// Invites one person for a program.
    ///
    /// @param key the same key again is answered with the same person
    /// @throws Refused what is wrong with the person, too: `email-invalid`, `email-taken`, `user-name-…`,
    ///     `key-reused`, `invitation-unconfirmed`
    public MemberView inviteOne(SignedIn by, InvitationOrder order, @Nullable String key) {
        requireAllowed(by, order, 1);
        var pasted = new Pasted("", order.addresses());
        return QuarkusTransaction.requiringNew()
                .call(() -> known(by, order, key))
                .orElseGet(() -> create(by, order, pasted, key));
    }

    /// Whether a key was used before.
    public boolean used(String key) {
        return invitations.withKey(key).isPresent();
    }

    private Optional<MemberView> known(SignedIn by, InvitationOrder order, @Nullable String key) {
        if (key == null) return Optional.empty();
        var member = invitations.withKey(key).flatMap(members::find);
        if (member.isPresent()
                && !member.get().email().equalsIgnoreCase(order.addresses().strip()))
            throw Refused.conflict("key-reused");
        return member.map(found -> people.require(by, found.id()).member());
    }

    private void requireAllowed(SignedIn by, InvitationOrder order, int count) {
        if (!by.may(Permission.MEMBERS_MANAGE)) throw Refused.notFound();
        people.requireSpaces(by, order.roles().keySet());
        if (!by.role().reaches(order.level())) throw Refused.forbidden("level-above");
        if (invitations.since(clock.instant().minus(DAY)) + count > config.invitationsPerDayMax())
            throw Refused.tooMany("invitations-too-often", DAY.toSeconds());
        if (order.ofClients()) gate.require(by, order.confirmed());
    }

    private InvitationResult invited(SignedIn by, InvitationOrder order, Pasted pasted) {
        if (EmailAddress.read(pasted.address()).isEmpty())
            return new InvitationResult(pasted.address(), Outcome.INVALID, null);
        try {
            return new InvitationResult(pasted.address(), Outcome.INVITED, create(by, order, pasted, null));
        } catch (Refused refused) {
            if (!refused.refusal().code().equals("email-taken")) throw refused;
            return new InvitationResult(pasted.address(), Outcome.PRESENT, null);
        }
    }

    /// With the first user name that is free: two of the same name are told apart by a number.
    private MemberView create(SignedIn by, InvitationOrder order, Pasted pasted, @Nullable String key) {
        var email = EmailAddress.read(pasted.address()).orElseThrow(() -> Refused.invalid("email-invalid"));
        if (order.userName() != null) return create(by, order, pasted, email, order.userName(), key);
        for (var userName : SuggestedNames.userNames(email)) {
            try {
                return create(by, order, pasted, email, userName, key);
            } catch (Refused refused) {
                if (!TRY_ANOTHER.contains(refused.refusal().code())) throw refused;
            }
        }
        return create(by, order, pasted, email, email.toLowerCase(Locale.ROOT), key);
    }

    private MemberView create(
            SignedIn by, InvitationOrder order, Pasted pasted, String email, String userName, @Nullable String key) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var name = order.name() != null ? order.name() : pasted.name();
            var written = new NewMember(
                    userName,
                    name.isBlank() ? SuggestedNames.fullName(email) : name,
                    email,
                    order.level(),
                    null,
                    order.language());
            var member = members.create(by.actor(), written);
            if (order.ofClients()) gate.passed(by, member.id());
            order.roles().forEach((space, role) -> teams.assign(space, member.id(), role));
            invitations.add(member.id(), by.name(), clock.instant(), key);
            audit.record(by.actor(), "member-invited", "member", member.id());
            recovery.welcome(by.actor(), member.id());
            return member;
        });
    }

    /// How somebody was invited; nothing for who was not.
    public Optional<Invitation> of(UUID member) {
        return invitations.of(member);
    }

    /// Sends the welcome mail again, with a new link; the old one is dead.
    ///
    /// @throws Refused `invitation-used`, `invitation-sent-lately`
    @Transactional
    public void resend(SignedIn by, UUID id) {
        requireInvited(by, id);
        var now = clock.instant();
        if (!invitations.again(id, by.name(), now, now.minus(config.resendAfterMin()), config.sendsMax()))
            throw Refused.tooMany(
                    "invitation-sent-lately", config.resendAfterMin().toSeconds());
        recovery.welcome(by.actor(), id);
    }

    /// Mails somebody a link to set a password; who has none yet is welcomed instead.
    ///
    /// @throws Refused `member-inactive`, `recovery-too-often`
    @Transactional
    public void sendLink(SignedIn by, UUID id) {
        if (!by.may(Permission.MEMBERS_MANAGE)) throw Refused.notFound();
        var member = members.reachable(by, id);
        if (!member.active()) throw Refused.conflict("member-inactive");
        if (!member.hasPassword()) {
            recovery.welcome(by.actor(), id);
            return;
        }
        var language = Languages.offered(member.language() == null ? "" : member.language());
        recovery.ask(
                member.userName(),
                language.orElseGet(languages::current),
                scope.address().orElse(""));
        audit.record(by.actor(), "password-link-sent", "member", id);
    }

    /// Takes an invitation back: the account is gone, its address and user name are free again.
    ///
    /// @throws Refused `invitation-used`
    @Transactional
    public void withdraw(SignedIn by, UUID id) {
        requireInvited(by, id);
        invitations.forget(id);
        audit.record(by.actor(), "invitation-withdrawn", "member", id);
        accounts.remove(by, id);
    }

    private void requireInvited(SignedIn by, UUID id) {
        if (!by.may(Permission.MEMBERS_MANAGE)) throw Refused.notFound();
        if (members.reachable(by, id).state() != MemberState.INVITED) throw Refused.conflict("invitation-used");
    }

    /// The levels somebody can give: none above his own.
    public static List<OrganizationRole> levels(SignedIn by) {
        return java.util.Arrays.stream(OrganizationRole.values())
                .filter(by.role()::reaches)
                .toList();
    }
}
