package app.lienzo.spaces;

import app.lienzo.identity.AccessService;
import app.lienzo.identity.MemberService;
import app.lienzo.identity.MemberView;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.identity.SpaceRole;
import app.lienzo.kernel.SafeText;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The door to spaces.
@ApplicationScoped
public class SpaceService {
    private final Spaces spaces;
    private final MemberService members;
    private final AccessService access;
    private final TenantSql sql;
    private final Clock clock;
    private final Event<SpaceLeft> left;

    SpaceService(
            Spaces spaces,
            MemberService members,
            AccessService access,
            TenantSql sql,
            Clock clock,
            Event<SpaceLeft> left) {
        this.spaces = spaces;
        this.members = members;
        this.access = access;
        this.sql = sql;
        this.clock = clock;
        this.left = left;
    }

    /// The spaces a member works in, by name.
    public List<SpaceView> of(SignedIn me) {
        return sql.list(
                "select id, slug, name from lienzo.space where id = any(?) order by name, id",
                row -> new SpaceView(row.getObject(1, UUID.class), row.getString(2), row.getString(3)),
                me.spaces().keySet());
    }

    @Transactional
    public Optional<SpaceView> named(String slug) {
        return spaces.find("slug", slug).firstResultOptional().map(Space::view);
    }

    @Transactional
    public SpaceView create(String slug, String name) {
        var space = new Space(slug, SafeText.line(name, 120), clock.instant());
        spaces.persistAndFlush(space);
        return space.view();
    }

    /// Gives a member a role in a space, in place of the one he had.
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

    /// All spaces in use, by name, for those who say who works where.
    public List<SpaceView> everywhere() {
        return sql.list(
                "select id, slug, name from lienzo.space where archived_at is null order by name, id",
                row -> new SpaceView(row.getObject(1, UUID.class), row.getString(2), row.getString(3)));
    }

    /// What members are in the spaces they were assigned to.
    public Map<UUID, Map<UUID, SpaceRole>> roles(Collection<UUID> members) {
        var roles = new HashMap<UUID, Map<UUID, SpaceRole>>();
        sql.list(
                        "select member_id, space_id, role from lienzo.space_member where member_id = any(?)",
                        row -> new Assignment(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                SpaceRole.valueOf(row.getString(3))),
                        members)
                .forEach(found -> roles.computeIfAbsent(found.member(), _ -> new HashMap<>())
                        .put(found.space(), found.role()));
        return roles;
    }

    private record Assignment(UUID member, UUID space, SpaceRole role) {}

    /// Who was assigned to a space.
    public Set<UUID> assigned(UUID space) {
        return Set.copyOf(sql.list(
                "select member_id from lienzo.space_member where space_id = ?",
                row -> row.getObject(1, UUID.class),
                space));
    }

    /// Who works in a space, by name: those to whom a conversation can be handed.
    public List<MemberView> team(SignedIn me, UUID space) {
        me.require(Permission.CONVERSATIONS_WORK, space);
        var ids = sql.list(
                "select member_id from lienzo.space_member where space_id = ?",
                row -> row.getObject(1, UUID.class),
                space);
        return members.all(ids);
    }
}
