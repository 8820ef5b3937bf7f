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
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The door to spaces.
@ApplicationScoped
public class SpaceService {
    private final Spaces spaces;
    private final MemberService members;
    private final AccessService access;
    private final TenantSql sql;
    private final Clock clock;

    SpaceService(Spaces spaces, MemberService members, AccessService access, TenantSql sql, Clock clock) {
        this.spaces = spaces;
        this.members = members;
        this.access = access;
        this.sql = sql;
        this.clock = clock;
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
        sql.update("delete from lienzo.space_member where space_id = ? and member_id = ?", space, member);
        access.changed(member);
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
