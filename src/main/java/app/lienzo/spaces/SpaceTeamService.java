package app.lienzo.spaces;

import app.lienzo.audit.AuditTrail;
import app.lienzo.identity.AccessService;
import app.lienzo.identity.MemberService;
import app.lienzo.identity.MemberView;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.identity.SpaceRole;
import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/// The door to who works in which space, and as what.
@ApplicationScoped
public class SpaceTeamService {
    private final SpaceService spaces;
    private final StoredSpaceRoles roles;
    private final MemberService members;
    private final ClientGate gate;
    private final AccessService access;
    private final AuditTrail audit;
    private final TenantSql sql;
    private final Event<SpaceLeft> left;

    SpaceTeamService(
            SpaceService spaces,
            StoredSpaceRoles roles,
            MemberService members,
            ClientGate gate,
            AccessService access,
            AuditTrail audit,
            TenantSql sql,
            Event<SpaceLeft> left) {
        this.spaces = spaces;
        this.roles = roles;
        this.members = members;
        this.gate = gate;
        this.access = access;
        this.audit = audit;
        this.sql = sql;
        this.left = left;
    }

    /// Somebody who is to work in a space.
    ///
    /// @param typed user name or e-mail address
    /// @param confirmed whether what speaks against letting a customer's person in was read
    public record Newcomer(String typed, boolean confirmed) {}

    /// Who works in a space, Managers first, by name.
    @Transactional
    public List<SpacePerson> people(SignedIn me, UUID id) {
        me.require(Permission.SPACE_SETTINGS, id);
        var found = new HashMap<UUID, SpaceRole>();
        sql.list(
                        "select member_id, role from lienzo.space_member where space_id = ?",
                        row -> Map.entry(row.getObject(1, UUID.class), SpaceRole.valueOf(row.getString(2))),
                        id)
                .forEach(role -> found.put(role.getKey(), role.getValue()));
        return members.all(found.keySet()).stream()
                .map(member -> new SpacePerson(member, Objects.requireNonNull(found.get(member.id()))))
                .sorted(Comparator.comparing(SpacePerson::role))
                .toList();
    }

    /// Whether there is a space in use that somebody was named to run.
    public boolean somebodyRuns() {
        return sql.first("""
                        select true from lienzo.space_member p
                        join lienzo.space s on s.tenant_id = p.tenant_id and s.id = p.space_id and s.archived_at is null
                        join lienzo.member m on m.tenant_id = p.tenant_id and m.id = p.member_id and m.active
                        where p.role = ? limit 1
                        """, row -> row.getBoolean(1), SpaceRole.MANAGER).orElse(false);
    }

    /// Lets a member of the organization work in a space. Only who manages people may: whoever runs one
    /// space is not to learn who else there is.
    ///
    /// @throws Refused `person-unknown`, `space-archived`, `invitation-unconfirmed`
    @Transactional
    public void add(SignedIn me, UUID id, Newcomer person, SpaceRole role) {
        me.require(Permission.SPACE_SETTINGS, id);
        if (!me.may(Permission.MEMBERS_MANAGE)) throw Refused.forbidden("forbidden");
        spaces.requireInUse(id);
        var found = members.knownAs(person.typed());
        if (found.size() != 1) throw Refused.invalid("person-unknown");
        gate.pass(me, found.getFirst(), person.confirmed());
        var member = found.getFirst().id();
        assign(id, member, role);
        audit.record(me.actor(), "space-role-given", "member", member);
    }

    /// Changes what somebody who works in a space is there.
    @Transactional
    public void changeRole(SignedIn me, UUID id, UUID member, SpaceRole role) {
        requirePart(me, id, member);
        assign(id, member, role);
        audit.record(me.actor(), "space-role-given", "member", member);
    }

    @Transactional
    public void dismiss(SignedIn me, UUID id, UUID member) {
        requirePart(me, id, member);
        remove(id, member);
        audit.record(me.actor(), "space-role-taken", "member", member);
    }

    /// Gives a member a role in a space, in place of the one he had. The caller asks whether he may.
    @Transactional
    public void assign(UUID space, UUID member, SpaceRole role) {
        sql.update("""
                insert into lienzo.space_member (tenant_id, space_id, member_id, role)
                values (current_setting('lienzo.tenant'), ?, ?, ?)
                on conflict (tenant_id, space_id, member_id) do update set role = excluded.role
                """, space, member, role);
        access.changed(member);
    }

    /// Takes a member out of a space: his next request and his open streams know.
    @Transactional
    public void remove(UUID space, UUID member) {
        int removed = sql.update("delete from lienzo.space_member where space_id = ? and member_id = ?", space, member);
        access.changed(member);
        if (removed > 0) left.fire(new SpaceLeft(space, member));
    }

    /// What members are in the spaces they were assigned to.
    public Map<UUID, Map<UUID, SpaceRole>> roles(Collection<UUID> members) {
        var found = new HashMap<UUID, Map<UUID, SpaceRole>>();
        sql.list(
                        "select member_id, space_id, role from lienzo.space_member where member_id = any(?)",
                        row -> new Assignment(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                SpaceRole.valueOf(row.getString(3))),
                        members)
                .forEach(one -> found.computeIfAbsent(one.member(), _ -> new HashMap<>())
                        .put(one.space(), one.role()));
        return found;
    }

    private record Assignment(UUID member, UUID space, SpaceRole role) {}

    /// Who was assigned to a space.
    public Set<UUID> assigned(UUID space) {
        return roles.assigned(space);
    }

    /// Who works in a space, by name: those to whom a conversation can be handed.
    public List<MemberView> team(SignedIn me, UUID space) {
        me.require(Permission.CONVERSATIONS_WORK, space);
        return members.all(roles.assigned(space));
    }

    private void requirePart(SignedIn me, UUID id, UUID member) {
        me.require(Permission.SPACE_SETTINGS, id);
        if (!roles.assigned(id).contains(member)) throw Refused.notFound();
    }
}
