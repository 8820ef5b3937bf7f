package app.lienzo.identity;

import app.lienzo.audit.Actor;
import app.lienzo.audit.AuditTrail;
import app.lienzo.kernel.EmailAddress;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The door to members: who there is, new ones, and what describes them. What opens doors (passwords,
/// levels, addresses) is [AccountService]'s.
@ApplicationScoped
@Transactional
public class MemberService {
    public static final int PAGE_MAX = 200;
    private static final int NAME_MAX = 120;
    private static final int PHONE_MAX = 40;

    private final Members members;
    private final PasswordHashing passwords;
    private final AccessService access;
    private final AuditTrail audit;
    private final TenantSql sql;
    private final Clock clock;
    private final Event<MemberAdded> added;

    MemberService(
            Members members,
            PasswordHashing passwords,
            AccessService access,
            AuditTrail audit,
            TenantSql sql,
            Clock clock,
            Event<MemberAdded> added) {
        this.members = members;
        this.passwords = passwords;
        this.access = access;
        this.audit = audit;
        this.sql = sql;
        this.clock = clock;
        this.added = added;
    }

    /// Nothing for the removed.
    public Optional<MemberView> find(UUID id) {
        return members.known(id).map(Member::view);
    }

    /// @throws Refused not found
    public MemberView require(UUID id) {
        return members.require(id).view();
    }

    /// A member whose account somebody may change (BY-6): his own, or that of whoever stands no higher.
    ///
    /// @throws Refused not found, also for whoever may not manage people; `level-above`
    public MemberView reachable(SignedIn by, UUID id) {
        var member = members.require(id);
        Levels.requireReach(by, member);
        return member.view();
    }

    public Optional<MemberView> named(String userName) {
        return members.named(userName).map(Member::view);
    }

    /// The active members that are meant by a user name or an e-mail address.
    public List<MemberView> knownAs(String userNameOrEmail) {
        return members.knownAs(userNameOrEmail).stream().map(Member::view).toList();
    }

    /// The active members with these ids, by name.
    public List<MemberView> all(Collection<UUID> ids) {
        return members.list("id in ?1 and active order by name, id", ids).stream()
                .map(Member::view)
                .toList();
    }

    /// A page of members by name.
    public List<MemberView> search(MemberQuery query) {
        var text = query.text() == null ? null : "%" + escaped(query.text()) + "%";
        var ids = sql.list(
                """
                select id from lienzo.member m where removed_at is null
                and (?::text is null or name ilike ? or user_name ilike ? or email ilike ?)
                and (?::text is null or organization_role = ?)
                and (?::boolean is null or active = ?)
                and (?::text is null or ? = case when not active then 'DEACTIVATED'
                    when password_hash is null and came_at is null then 'INVITED' else 'ACTIVE' end)
                and (?::boolean or id = any(?))
                and (?::uuid is null or (lower(name), id) > (select lower(l.name), l.id from lienzo.member l where l.id = ?))
                order by lower(name), id limit ?
                """,
                row -> row.getObject(1, UUID.class),
                text,
                text,
                text,
                text,
                query.role(),
                query.role(),
                query.active(),
                query.active(),
                query.state(),
                query.state(),
                query.members() == null,
                query.members() == null ? List.of() : List.copyOf(query.members()),
                query.after(),
                query.after(),
                Math.min(query.limit(), PAGE_MAX));
        var found = members.list("id in ?1", ids);
        return ids.stream()
                .flatMap(id -> found.stream().filter(member -> member.id.equals(id)))
                .map(Member::view)
                .toList();
    }

    private static String escaped(String text) {
        return SafeText.line(text, NAME_MAX)
                .replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_");
    }

    /// Makes an account.
    ///
    /// @throws Refused `user-name-…`, `email-invalid`, `name-missing`, `password-weak`,
    ///     `user-name-taken`, `email-taken`
    public MemberView create(Actor by, NewMember written) {
        var email = EmailAddress.read(written.email()).orElseThrow(() -> Refused.invalid("email-invalid"));
        var userName = UserName.checked(written.userName(), email, written.role());
        var member = new Member(userName, named(written.name(), userName), email, written.role(), clock.instant());
        if (members.hasShape(member.userNameShape, member.id) || members.hasAddress(userName, member.id))
            throw Refused.conflict("user-name-taken", userName);
        if (members.hasAddress(email, member.id)) throw Refused.conflict("email-taken", email);
        member.language = written.language();
        if (written.password() != null) {
            passwords.require(written.password());
            member.usePassword(passwords.hash(written.password()), false, clock.instant());
        }
        members.persistAndFlush(member);
        audit.record(by, "member-added", "member", member.id);
        added.fire(new MemberAdded(member.id));
        return member.view();
    }

    /// Changes what describes a member; his own affair, or that of somebody who stands at least as high.
    public MemberView describe(SignedIn by, UUID id, MemberDetails details) {
        var member = members.require(id);
        Levels.requireReach(by, member);
        member.describe(new MemberDetails(
                named(details.name(), member.userName),
                blankToNull(details.phone(), PHONE_MAX),
                details.language(),
                zone(details.timeZone())));
        audit.record(by.actor(), "member-edited", "member", id);
        access.changed(id);
        return member.view();
    }

    /// Gives a member another user name; he signs in with it from now on.
    ///
    /// @throws Refused `user-name-…`, `user-name-taken`
    public MemberView rename(SignedIn by, UUID id, String typed) {
        var member = members.require(id);
        Levels.requireReach(by, member);
        var userName = UserName.checked(typed, member.email, member.role);
        if (userName.equals(member.userName)) return member.view();
        if (members.hasShape(UserName.shape(userName), id) || members.hasAddress(userName, id))
            throw Refused.conflict("user-name-taken", userName);
        member.callHimself(userName);
        members.flush();
        audit.record(by.actor(), "member-renamed", "member", id);
        access.changed(id);
        return member.view();
    }

    /// Whether a file is the picture of somebody here.
    public boolean portrayedBy(UUID file) {
        return sql.first("select 1 from lienzo.member where avatar_id = ?", _ -> true, file)
                .isPresent();
    }

    /// @param avatar a picture already made clean; null to have none
    public void portray(SignedIn by, UUID id, @Nullable UUID avatar) {
        var member = members.require(id);
        Levels.requireReach(by, member);
        member.avatar = avatar;
        audit.record(by.actor(), avatar == null ? "avatar-removed" : "avatar-changed", "member", id);
        access.changed(id);
    }

    /// What a member sets for himself.
    ///
    /// @param language `es`, `en`, `pt`, or null for what the browser asks for
    /// @param notices what his browser is to tell him of
    public void prefer(SignedIn me, @Nullable String language, Theme theme, boolean sound, Set<Notice> notices) {
        members.require(me.member()).prefer(language, theme, sound);
        sql.update(
                "update lienzo.member set notify = ?::text[] where id = ?",
                notices.stream().map(Enum::name).toList(),
                me.member());
        audit.record(me.actor(), "preferences-changed", "member", me.member());
        access.changed(me.member());
    }

    private static String named(String typed, String userName) {
        var name = SafeText.line(typed, NAME_MAX);
        return name.isEmpty() ? userName : name;
    }

    private static @Nullable String blankToNull(@Nullable String typed, int max) {
        var text = typed == null ? "" : SafeText.line(typed, max);
        return text.isEmpty() ? null : text;
    }

    private static @Nullable String zone(@Nullable String typed) {
        if (typed == null || typed.isBlank()) return null;
        try {
            return ZoneId.of(typed.strip()).getId();
        } catch (DateTimeException _) {
            throw Refused.invalid("time-zone-unknown");
        }
    }
}
