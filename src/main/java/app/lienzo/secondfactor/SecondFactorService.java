package app.lienzo.secondfactor;

import app.lienzo.audit.Actor;
import app.lienzo.branding.BrandService;
import app.lienzo.identity.MemberService;
import app.lienzo.identity.MemberView;
import app.lienzo.identity.PendingSignIn;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.Secrets;
import app.lienzo.secondfactor.SecondFactorChanged.Change;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The door to second factors: setting one up, passing it, taking it off. No transaction spans its methods,
/// because a wrong code has to be counted although what came with it is refused.
@ApplicationScoped
public class SecondFactorService {
    public static final String CODE_PAGE = "/sign-in/code";
    public static final String SET_UP_PAGE = "/sign-in/second-factor";
    public static final String PROFILE_PAGE = "/profile/second-factor";
    private static final int CODE_MAX = 60;

    private final SecondFactors factors;
    private final SecondFactorSwitch changes;
    private final PolicyService policies;
    private final CodeAttempts attempts;
    private final FreshProof proof;
    private final MemberService members;
    private final BrandService brands;
    private final Clock clock;
    private final SecondFactorConfig config;

    SecondFactorService(
            SecondFactors factors,
            SecondFactorSwitch changes,
            PolicyService policies,
            CodeAttempts attempts,
            FreshProof proof,
            MemberService members,
            BrandService brands,
            Clock clock,
            SecondFactorConfig config) {
        this.factors = factors;
        this.changes = changes;
        this.policies = policies;
        this.attempts = attempts;
        this.proof = proof;
        this.members = members;
        this.brands = brands;
        this.clock = clock;
        this.config = config;
    }

    public boolean isOn(UUID member) {
        return factors.view(member).on();
    }

    /// Which of these members have one.
    public Set<UUID> on(Collection<UUID> members) {
        return Set.copyOf(factors.on(List.copyOf(members)));
    }

    public SecondFactorView of(UUID member) {
        return factors.view(member);
    }

    /// Makes a secret, to be shown to this session until its first code comes back.
    ///
    /// @param password once more, for who has one
    /// @throws Refused `password-not-yours`, `sign-in-not-fresh`, `code-too-often`
    public void offer(SignedIn me, @Nullable String password, String address) {
        proof.require(me, password == null ? "" : password, address);
        factors.offer(me.member(), me.session(), Secrets.bytes(OneTimeCodes.SECRET_BYTES));
    }

    /// What was offered to this session and still stands.
    public Optional<SetUp> offered(SignedIn me) {
        return offered(me.member(), me.session()).map(secret -> setUp(secret, me.userName()));
    }

    /// What somebody sets up on his way in; he has proved who he is a moment ago.
    public SetUp offered(PendingSignIn pending) {
        var member = pending.member();
        var secret = offered(member.id(), pending.session()).orElseGet(() -> {
            var fresh = Secrets.bytes(OneTimeCodes.SECRET_BYTES);
            factors.offer(member.id(), pending.session(), fresh);
            return fresh;
        });
        return setUp(secret, member.userName());
    }

    /// A code of what was offered: it counts from now on, all other sessions end.
    ///
    /// @return the recovery codes, shown this once
    /// @throws Refused `second-factor-offer-gone`, `code-wrong`, `code-too-often`
    public List<String> confirm(SignedIn me, String code, String address) {
        return confirm(me.actor(), me.member(), me.session(), code, address);
    }

    /// The same on the way in, which has this step behind it then.
    public List<String> confirm(PendingSignIn pending, String code, String address) {
        var member = pending.member();
        if (isOn(member.id())) throw Refused.conflict("second-factor-offer-gone");
        var codes = confirm(actor(member, address), member.id(), pending.session(), code, address);
        factors.pass(pending.session());
        return codes;
    }

    private List<String> confirm(Actor by, UUID member, UUID session, String code, String address) {
        var secret = offered(member, session).orElseThrow(() -> Refused.conflict("second-factor-offer-gone"));
        var attempt = attempts.begin(member, address);
        var step = step(secret, code, 0);
        if (step.isEmpty()) throw Refused.invalid("code-wrong");
        attempts.right(attempt);
        return changes.on(by, member, session, step.getAsLong());
    }

    /// Passes the step of a sign-in with a code of the app or a recovery code.
    ///
    /// @throws Refused `code-wrong`, the same for one that was used before; `code-too-often`
    public void pass(PendingSignIn pending, String code, String address) {
        var member = pending.member();
        var attempt = attempts.begin(member.id(), address);
        if (!spend(member, code, address)) throw Refused.invalid("code-wrong");
        attempts.right(attempt);
        factors.pass(pending.session());
    }

    private boolean spend(MemberView member, String code, String address) {
        if (code.length() > CODE_MAX) return false;
        var known = factors.find(member.id());
        if (known.isEmpty()) return false;
        var step = step(known.get().secret(), code, known.get().lastStep());
        return step.isPresent()
                ? factors.spend(member.id(), step.getAsLong())
                : changes.spendRecoveryCode(actor(member, address), member.id(), code);
    }

    /// @return new recovery codes, shown this once; the old are worth nothing any more
    /// @throws Refused as [#offer]; `second-factor-off`
    public List<String> renewCodes(SignedIn me, @Nullable String password, String address) {
        proof.require(me, password == null ? "" : password, address);
        return changes.renewCodes(me.actor(), me.member());
    }

    /// @throws Refused as [#offer]; `second-factor-needed` where the organization wants everybody to have one
    public void switchOff(SignedIn me, @Nullable String password, String address) {
        if (policies.current().required()) throw Refused.conflict("second-factor-needed");
        proof.require(me, password == null ? "" : password, address);
        changes.off(me.actor(), me.member(), me.session(), Change.OFF);
    }

    /// Takes off the second factor of somebody who lost it. All his sessions end.
    ///
    /// @throws Refused not found without the right to manage people; `member-self`; `level-above`;
    ///     `second-factor-off`
    public void reset(SignedIn by, UUID id) {
        if (!by.may(Permission.MEMBERS_MANAGE)) throw Refused.notFound();
        var member = members.require(id);
        if (by.member().equals(id)) throw Refused.conflict("member-self");
        if (!by.role().reaches(member.role())) throw Refused.forbidden("level-above");
        changes.off(by.actor(), id, null, Change.RESET);
    }

    private Optional<byte[]> offered(UUID member, UUID session) {
        return factors.offered(member, session, clock.instant().minus(config.offerStands()));
    }

    private OptionalLong step(byte[] secret, String code, long after) {
        var digits = code.replaceAll("\\s", "");
        return digits.length() == OneTimeCodes.DIGITS
                ? OneTimeCodes.step(secret, digits, clock.instant(), after)
                : OptionalLong.empty();
    }

    private SetUp setUp(byte[] secret, String userName) {
        return SetUp.of(secret, brands.current().name(), userName);
    }

    private static Actor actor(MemberView member, String address) {
        return new Actor(member.id(), member.name(), address);
    }
}
