package app.lienzo.identity;

import app.lienzo.audit.AuditTrail;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import app.lienzo.kernel.Secrets;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The door to members.
@ApplicationScoped
@Transactional
public class MemberService {
    private final Members members;
    private final PasswordHashing passwords;
    private final AccessService access;
    private final AuditTrail audit;
    private final TenantSql sql;
    private final Clock clock;

    MemberService(
            Members members,
            PasswordHashing passwords,
            AccessService access,
            AuditTrail audit,
            TenantSql sql,
            Clock clock) {
        this.members = members;
        this.passwords = passwords;
        this.access = access;
        this.audit = audit;
        this.sql = sql;
        this.clock = clock;
    }

    public Optional<MemberView> named(String userName) {
        return members.named(userName).map(Member::view);
    }

    /// The members with these ids, by name.
    public List<MemberView> all(Collection<UUID> ids) {
        return members.list("id in ?1 and active order by name", ids).stream()
                .map(Member::view)
                .toList();
    }

    /// Makes an account.
    public MemberView create(String userName, String name, String email, OrganizationRole role, String password) {
        var member = new Member(
                userName,
                SafeText.line(name, 120),
                SafeText.line(email, 254),
                role,
                passwords.hash(password),
                clock.instant());
        members.persistAndFlush(member);
        return member.view();
    }

    /// What a member sets for himself.
    ///
    /// @param language `es`, `en`, `pt`, or null for what the browser asks for
    public void prefer(SignedIn me, @Nullable String language, Theme theme, boolean sound) {
        require(me.member()).prefer(language, theme, sound);
        access.changed(me.member());
    }

    /// Takes the account out of use: its sessions end at once.
    public void deactivate(SignedIn by, UUID member) {
        require(member).active = false;
        sql.update("delete from lienzo.session where member_id = ?", member);
        audit.record(by.actor(), "member-deactivated", "member", member);
        access.changed(member);
    }

    /// Gives a member a token for programs.
    ///
    /// @param token the secret itself; only its hash is stored
    public void addToken(UUID member, String name, String token) {
        sql.update("""
                insert into lienzo.api_token (tenant_id, id, member_id, name, token_hash, created_at)
                values (current_setting('lienzo.tenant'), ?, ?, ?, ?, ?) on conflict do nothing
                """, Ids.next(), member, name, Secrets.hash(token), clock.instant());
    }

    private Member require(UUID id) {
        return members.findByIdOptional(id).orElseThrow(Refused::notFound);
    }
}
