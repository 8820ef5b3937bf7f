package app.lienzo.identity;

import app.lienzo.audit.Actor;
import app.lienzo.audit.AuditTrail;
import app.lienzo.kernel.EmailAddress;
import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The door to what opens doors: a member's password, address and level, and whether his account is in use.
/// Whatever changes here ends the sessions that stood on the old.
@ApplicationScoped
@Transactional
public class AccountService {
    private final Members members;
    private final PasswordHashing passwords;
    private final AccessService access;
    private final VisitService visits;
    private final AuditTrail audit;
    private final TenantSql sql;
    private final Clock clock;
    private final Event<Object> events;

    AccountService(
            Members members,
            PasswordHashing passwords,
            AccessService access,
            VisitService visits,
            AuditTrail audit,
            TenantSql sql,
            Clock clock,
            Event<Object> events) {
        this.members = members;
        this.passwords = passwords;
        this.access = access;
        this.visits = visits;
        this.audit = audit;
        this.sql = sql;
        this.clock = clock;
        this.events = events;
    }

    /// Whether this is the member's password. Counts as no attempt: the caller bounds how often it is asked.
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public boolean isPassword(UUID id, String password) {
        var hash = sql.first(
                "select password_hash from lienzo.member where id = ? and active", row -> row.getString(1), id);
        return passwords.matches(password, hash.orElse(null));
    }

    /// Whether somebody else gave the member his password, so that it has to be changed.
    public boolean hasTemporaryPassword(UUID id) {
        return members.known(id).map(member -> member.passwordTemporary).orElse(false);
    }

    /// The password made ready for [#changePassword], which runs in a transaction while this must not.
    ///
    /// @throws Refused `password-weak`
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public HashedPassword hashed(String password) {
        passwords.require(password);
        return new HashedPassword(passwords.hash(password));
    }

    /// Sets the password and ends every session of the member but `kept`.
    ///
    /// @param temporary given by somebody else, to be changed at the next sign-in
    /// @param kept the session that asks; null to end all
    public void changePassword(Actor by, UUID id, HashedPassword password, boolean temporary, @Nullable UUID kept) {
        var member = members.require(id);
        boolean first = member.passwordHash == null;
        member.usePassword(password.hash, temporary, clock.instant());
        endSessions(id, kept);
        audit.record(by, "password-changed", "member", id);
        access.changed(id);
        events.fire(new PasswordChanged(id, first));
    }

    /// Sets the address, which its owner has confirmed. Sessions but `kept` end (ASVS 7.4.3).
    ///
    /// @throws Refused `email-invalid`, `email-taken`
    public void changeEmail(Actor by, UUID id, String typed, @Nullable UUID kept) {
        var email = EmailAddress.read(typed).orElseThrow(() -> Refused.invalid("email-invalid"));
        var member = members.require(id);
        if (members.hasAddress(email, id)) throw Refused.conflict("email-taken", email);
        var before = member.email;
        if (before.equals(email)) return;
        member.email = email;
        members.flush();
        endSessions(id, kept);
        audit.record(by, "email-changed", "member", id);
        access.changed(id);
        events.fire(new EmailChanged(id, before, email));
    }

    /// @throws Refused `level-above` when somebody would give or take more than he is; `owner-last`
    public void changeLevel(SignedIn by, UUID id, OrganizationRole level) {
        var member = members.require(id);
        if (!by.may(Permission.MEMBERS_MANAGE)) throw Refused.notFound();
        if (!by.role().reaches(member.role) || !by.role().reaches(level)) throw Refused.forbidden("level-above");
        var before = member.role;
        if (before == level) return;
        if (before.last()) requireAnother(id);
        member.role = level;
        audit.record(by.actor(), "level-changed", "member", id);
        access.changed(id);
        events.fire(new LevelChanged(id, before, level));
    }

    /// Takes the account out of use; its sessions and open streams end at once.
    public void deactivate(SignedIn by, UUID id) {
        var member = members.require(id);
        Levels.requireOther(by, member);
        deactivate(by.actor(), member);
    }

    /// The same, decided by a directory that provisions the organization's people.
    public void deactivate(Actor by, UUID id) {
        deactivate(by, members.require(id));
    }

    private void deactivate(Actor by, Member member) {
        if (!member.active) return;
        if (member.role.last()) requireAnother(member.id);
        member.active = false;
        leave(by, member, false);
    }

    public void activate(SignedIn by, UUID id) {
        Levels.requireOther(by, members.require(id));
        activate(by.actor(), id);
    }

    public void activate(Actor by, UUID id) {
        members.require(id).active = true;
        audit.record(by, "member-activated", "member", id);
        access.changed(id);
        events.fire(new MemberReturned(id));
    }

    /// Removes a member for good. What he wrote stays under his name; his tokens, roles and sessions go.
    public void remove(SignedIn by, UUID id) {
        var member = members.require(id);
        Levels.requireOther(by, member);
        remove(by.actor(), member);
    }

    /// The same, decided by a directory that provisions the organization's people.
    public void remove(Actor by, UUID id) {
        remove(by, members.require(id));
    }

    private void remove(Actor by, Member member) {
        if (member.role.last() && member.active) requireAnother(member.id);
        member.remove(clock.instant());
        sql.update("delete from lienzo.api_token where member_id = ?", member.id);
        leave(by, member, true);
    }

    private void leave(Actor by, Member member, boolean removed) {
        members.flush();
        endSessions(member.id, null);
        visits.endOf(member.id);
        audit.record(by, removed ? "member-removed" : "member-deactivated", "member", member.id);
        access.changed(member.id);
        events.fire(new MemberLeft(member.id, removed));
    }

    /// Ends a member's sessions, counting and pending, but one.
    public void endSessions(UUID id, @Nullable UUID kept) {
        sql.update("delete from lienzo.session where member_id = ? and id is distinct from ?::uuid", id, kept);
    }

    /// Locks the owners' or operators' rows: two who leave at the same moment are told one after the other.
    private void requireAnother(UUID leaving) {
        var owners = sql.list("""
                select id from lienzo.member where organization_role in ('OWNER', 'OPERATOR') and active order by id for update
                """, row -> row.getObject(1, UUID.class));
        if (owners.stream().allMatch(leaving::equals)) throw Refused.conflict("owner-last");
    }
}
