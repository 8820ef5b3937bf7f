package app.lienzo.sso;

import app.lienzo.audit.Actor;
import app.lienzo.audit.AuditTrail;
import app.lienzo.identity.MemberService;
import app.lienzo.identity.MemberView;
import app.lienzo.identity.NewMember;
import app.lienzo.identity.NewSession;
import app.lienzo.identity.SessionService;
import app.lienzo.identity.SignInMethod;
import app.lienzo.kernel.EmailAddress;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import app.lienzo.kernel.Secrets;
import app.lienzo.spaces.SpaceTeamService;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The door for people whom the provider vouches for: who is known comes in, who is new is linked to his
/// account or gets one, and everybody else is told whom to ask. All of it happens, or nothing.
@ApplicationScoped
public class AdmissionService {
    private static final Set<String> NAME_UNFIT =
            Set.of("user-name-taken", "user-name-invalid", "user-name-reserved", "user-name-foreign-address");
    private static final int LABEL_MAX = 254;

    private final SsoService sso;
    private final MemberService members;
    private final SpaceTeamService teams;
    private final SessionService sessions;
    private final TenantSql sql;
    private final AuditTrail audit;
    private final Clock clock;
    private final SsoConfig config;

    AdmissionService(
            SsoService sso,
            MemberService members,
            SpaceTeamService teams,
            SessionService sessions,
            TenantSql sql,
            AuditTrail audit,
            Clock clock,
            SsoConfig config) {
        this.sso = sso;
        this.members = members;
        this.teams = teams;
        this.sessions = sessions;
        this.sql = sql;
        this.audit = audit;
        this.clock = clock;
        this.config = config;
    }

    /// Opens a session for the person the claims are about.
    ///
    /// @param state what the way to the provider was begun with: it leads back once
    /// @throws Refused `sso-off`, `sso-start-again`, `sso-unlinked`, `sso-member-inactive`,
    ///     `sso-email-unproved`, `sso-domain-foreign`, `sso-no-account`, `sso-account-linked-otherwise`;
    ///     what a [app.lienzo.identity.SignInRule] says
    public NewSession signIn(Claims claims, String state, String address, String userAgent) {
        // Whether a name is free is known once it is taken, and then the transaction is lost.
        for (var name : UserNames.of(claims)) {
            try {
                return signIn(claims, name, state, address, userAgent);
            } catch (Refused refused) {
                if (!NAME_UNFIT.contains(refused.refusal().code())) throw refused;
            }
        }
        throw Refused.forbidden("sso-no-account");
    }

    @Transactional
    NewSession signIn(Claims claims, String userName, String state, String address, String userAgent) {
        var provider = sso.provider().orElseThrow(() -> Refused.forbidden("sso-off"));
        if (!provider.settings().issuer().equals(claims.issuer())) throw Refused.forbidden("sso-start-again");
        passOnce(state);
        var member = known(claims)
                .or(() -> knownInTurn(claims))
                .orElseGet(() -> admit(provider.settings(), claims, userName, address));
        return sessions.begin(member, SignInMethod.SSO, address, userAgent);
    }

    private void passOnce(String state) {
        var now = clock.instant();
        sql.update(
                "delete from lienzo.sso_passed where at < ?",
                now.minus(config.signInWithin().multipliedBy(2)));
        int first = sql.update("""
                insert into lienzo.sso_passed (tenant_id, state_hash, at)
                values (current_setting('lienzo.tenant'), ?, ?) on conflict do nothing
                """, Secrets.hash(state), now);
        if (first == 0) throw Refused.forbidden("sso-start-again");
    }

    private record Link(UUID id, @Nullable UUID member) {}

    /// One first sign-in at a time: two of one person would make two accounts.
    private Optional<UUID> knownInTurn(Claims claims) {
        sql.first(
                "select pg_advisory_xact_lock(hashtextextended(current_setting('lienzo.tenant') || ' sso', 0))",
                _ -> true);
        return known(claims);
    }

    private Optional<UUID> known(Claims claims) {
        var found = sql.first(
                "select id, member_id from lienzo.sso_identity where issuer = ? and subject = ?",
                row -> new Link(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                claims.issuer(),
                claims.subject());
        if (found.isEmpty()) return Optional.empty();
        var member = found.get().member();
        if (member == null) throw Refused.forbidden("sso-unlinked");
        if (members.find(member).filter(MemberView::active).isEmpty()) throw Refused.forbidden("sso-member-inactive");
        sql.update(
                "update lienzo.sso_identity set seen_at = ? where id = ?",
                clock.instant(),
                found.get().id());
        return Optional.of(member);
    }

    /// A first sign-in. Only an address that the provider says is the person's, in a domain that the
    /// organization named, is worth anything.
    private UUID admit(SsoSettings settings, Claims claims, String userName, String address) {
        var email = Optional.ofNullable(claims.email())
                .filter(_ -> claims.emailVerified())
                .flatMap(EmailAddress::read)
                .orElseThrow(() -> Refused.forbidden("sso-email-unproved"));
        if (!settings.admits(email)) throw Refused.forbidden("sso-domain-foreign", EmailAddress.domain(email));
        var account = members.knownAs(email).stream()
                .filter(member -> member.email().equalsIgnoreCase(email))
                .findFirst();
        if (account.isEmpty()) return create(settings, claims, userName, email, address);
        var member = account.get();
        boolean taken = sql.first(
                        "select 1 from lienzo.sso_identity where issuer = ? and member_id = ?",
                        _ -> true,
                        claims.issuer(),
                        member.id())
                .isPresent();
        if (taken) throw Refused.forbidden("sso-account-linked-otherwise");
        link(claims, member.id(), email);
        audit.record(new Actor(member.id(), member.name(), address), "sso-linked", "member", member.id());
        return member.id();
    }

    private UUID create(SsoSettings settings, Claims claims, String userName, String email, String address) {
        // Also when somebody has the address who is not active.
        if (!settings.creates() || hasAddress(email)) throw Refused.forbidden("sso-no-account");
        var name = claims.name() == null ? "" : claims.name();
        var actor = new Actor(null, email, address);
        var member = members.create(actor, new NewMember(userName, name, email, settings.role(), null, null));
        if (settings.space() != null && settings.spaceRole() != null)
            teams.assign(settings.space(), member.id(), settings.spaceRole());
        link(claims, member.id(), email);
        return member.id();
    }

    private boolean hasAddress(String email) {
        return sql.first("""
                        select 1 from lienzo.member
                        where (email_key = lower(?) or user_name = lower(?)) and removed_at is null
                        """, _ -> true, email, email).isPresent();
    }

    private void link(Claims claims, UUID member, String email) {
        var now = clock.instant();
        sql.update(
                """
                insert into lienzo.sso_identity (tenant_id, id, issuer, subject, member_id, label, created_at, seen_at)
                values (current_setting('lienzo.tenant'), ?, ?, ?, ?, ?, ?, ?)
                """, Ids.next(), claims.issuer(), claims.subject(), member, SafeText.line(email, LABEL_MAX), now, now);
    }
}
