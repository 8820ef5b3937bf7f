package app.lienzo.conversations;

import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Refused;
import app.lienzo.spaces.SpaceService;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who holds a conversation: each change is one conditional update that also writes its events, so that
/// two who try at once get one winner. Whoever loses sight of the conversation hears `left` with its id
/// and no more.
@ApplicationScoped
class Holding {
    private static final String EVENTS = """
            select c.id, c.space_id, c.was_holder,
                lienzo.emit_event(c.tenant_id, 'left', c.space_id, c.id, null, '{}'),
                lienzo.emit_event(c.tenant_id, 'state', c.space_id, c.id, c.holder_id,
                                  jsonb_build_object('state', c.state, 'holder', c.holder_id))
            from c
            """;
    private static final String RETURNING =
            " returning new.tenant_id, new.id, new.space_id, new.state, new.holder_id, old.holder_id as was_holder) ";
    private static final String MINE = " and state = 'IN_PROGRESS' and (holder_id = ? or space_id = any(?))";

    private final SpaceService spaces;
    private final TenantSql sql;
    private final Clock clock;

    Holding(SpaceService spaces, TenantSql sql, Clock clock) {
        this.spaces = spaces;
        this.sql = sql;
        this.clock = clock;
    }

    /// @param before who held it until now
    record Change(UUID conversation, UUID space, @Nullable UUID before) {}

    Optional<Change> take(SignedIn me, UUID id) {
        return change(
                "set state = 'IN_PROGRESS', holder_id = ?, taken_at = ? where id = ? and state = 'INBOX' and space_id = any(?)",
                me.member(),
                clock.instant(),
                id,
                spaces.inUse(me, Permission.CONVERSATIONS_WORK));
    }

    Optional<Change> release(SignedIn me, UUID id) {
        return change("set state = 'INBOX', holder_id = null where id = ?" + MINE, id, me.member(), overseen(me));
    }

    Optional<Change> transfer(SignedIn me, UUID id, UUID to) {
        return change(
                "set holder_id = ?, taken_at = ? where id = ?" + MINE,
                to,
                clock.instant(),
                id,
                me.member(),
                overseen(me));
    }

    Optional<Change> close(SignedIn me, UUID id) {
        return change(
                "set state = 'CLOSED', holder_id = null, closed_at = ? where id = ?" + MINE,
                clock.instant(),
                id,
                me.member(),
                overseen(me));
    }

    Optional<Change> reopen(SignedIn me, UUID id) {
        return change(
                "set state = 'IN_PROGRESS', holder_id = ?, taken_at = ?, closed_at = null where id = ? and state = 'CLOSED' and space_id = any(?)",
                me.member(),
                clock.instant(),
                id,
                spaces.inUse(me, Permission.CONVERSATIONS_WORK));
    }

    /// Hands all that one member holds to another, where the other works.
    List<Change> handOver(UUID from, UUID to, Collection<UUID> spaces) {
        return changes(
                "set holder_id = ?, taken_at = ? where holder_id = ? and state = 'IN_PROGRESS' and space_id = any(?)",
                to,
                clock.instant(),
                from,
                spaces);
    }

    /// Puts back all that a member holds, or all of one space.
    List<Change> releaseAll(UUID holder, @Nullable UUID space) {
        return changes(
                "set state = 'INBOX', holder_id = null where holder_id = ? and state = 'IN_PROGRESS' and (?::uuid is null or space_id = ?::uuid)",
                holder,
                space,
                space);
    }

    int held(UUID holder) {
        return sql.first(
                        "select count(*) from lienzo.conversation where holder_id = ? and state = 'IN_PROGRESS'",
                        row -> row.getInt(1),
                        holder)
                .orElse(0);
    }

    /// Why somebody could not take a conversation of his space: the loser is told who was faster.
    Refused whyNotTaken(SignedIn me, UUID id) {
        return sql.first(
                        """
                        select c.state, h.name from lienzo.conversation c
                        left join lienzo.member h on h.tenant_id = c.tenant_id and h.id = c.holder_id
                        where c.id = ? and c.space_id = any(?)
                        """,
                        row -> row.getString(2) == null
                                ? Refused.conflict("conversation-closed")
                                : Refused.conflict("conversation-held", row.getString(2)),
                        id,
                        me.spacesWith(Permission.CONVERSATIONS_WORK))
                .orElseGet(Refused::notFound);
    }

    /// @return whether that is news
    boolean readByTeam(UUID id, int seq) {
        return sql.first("""
                        with c as (
                            update lienzo.conversation set read_by_team = ? where id = ? and read_by_team < ?
                            returning tenant_id, id, space_id, holder_id)
                        select lienzo.emit_event(c.tenant_id, 'read', c.space_id, c.id, c.holder_id, jsonb_build_object('seq', ?::int))
                        from c
                        """, row -> true, seq, id, seq, seq).isPresent();
    }

    /// @return whether that is news
    boolean readByContact(UUID id, int seq) {
        return sql.first("""
                        with c as (
                            update lienzo.conversation set read_by_contact = least(?, last_seq) where id = ? and read_by_contact < least(?, last_seq)
                            returning tenant_id, id, space_id, holder_id, read_by_contact)
                        select lienzo.emit_event(c.tenant_id, 'seen', c.space_id, c.id, c.holder_id, jsonb_build_object('seq', c.read_by_contact))
                        from c
                        """, row -> true, seq, id, seq).isPresent();
    }

    private Optional<Change> change(String set, Object... parameters) {
        return changes(set, parameters).stream().findFirst();
    }

    private List<Change> changes(String set, @Nullable Object... parameters) {
        return sql.list("with c as (update lienzo.conversation " + set + RETURNING + EVENTS, Holding::read, parameters);
    }

    private static java.util.Set<UUID> overseen(SignedIn me) {
        return me.spacesWith(Permission.CONVERSATIONS_OVERSEE);
    }

    private static Change read(ResultSet row) throws SQLException {
        return new Change(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getObject(3, UUID.class));
    }
}
