package app.lienzo.conversations;

import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.spaces.SpaceService;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Finds conversations: by id, by tray, by words.
@ApplicationScoped
class Conversations {
    private static final String COLUMNS = """
            c.id, c.space_id, c.channel_id, c.contact_id, k.name, k.email, c.number, c.state, c.holder_id, h.name,
            c.created_at, c.changed_at, c.last_seq, c.last_inbound, c.read_by_contact, c.preview, c.preview_kind,
            c.last_inbound > coalesce(r.seq, 0)
            """;
    private static final String JOINS = """
            join lienzo.contact k on k.tenant_id = c.tenant_id and k.id = c.contact_id
            left join lienzo.member h on h.tenant_id = c.tenant_id and h.id = c.holder_id
            left join lienzo.read_mark r on r.tenant_id = c.tenant_id and r.conversation_id = c.id and r.member_id = ?
            """;

    private final SpaceService spaces;
    private final TraySearch search;
    private final TenantSql sql;

    Conversations(SpaceService spaces, TraySearch search, TenantSql sql) {
        this.spaces = spaces;
        this.search = search;
        this.sql = sql;
    }

    Optional<ConversationView> visible(SignedIn me, UUID id) {
        return sql.first(
                "select " + COLUMNS + " from lienzo.conversation c " + JOINS + " where c.id = ? and "
                        + Visibility.CONDITION,
                Conversations::read,
                with(List.of(me.member(), id), Visibility.parameters(me)));
    }

    Optional<CustomerView> customerView(UUID id) {
        return sql.first(
                "select id, space_id, state, holder_id, read_by_team from lienzo.conversation where id = ?",
                row -> new CustomerView(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        ConversationState.valueOf(row.getString(3)),
                        row.getObject(4, UUID.class),
                        row.getInt(5)),
                id);
    }

    /// The conversations a contact had before, newest first.
    List<ConversationView> ofContact(SignedIn me, UUID contact, UUID but, int limit) {
        return sql.list(
                "select " + COLUMNS + " from lienzo.conversation c " + JOINS
                        + " where c.contact_id = ? and c.id <> ? and " + Visibility.CONDITION
                        + " order by c.changed_at desc, c.id desc limit " + limit,
                Conversations::read,
                with(List.of(me.member(), contact, but), Visibility.parameters(me)));
    }

    /// All of a contact, and of those who turned out to be him, newest first.
    List<ConversationView> ofContact(SignedIn me, UUID contact, int limit) {
        return sql.list(
                "select " + COLUMNS + " from lienzo.conversation c " + JOINS
                        + " where c.contact_id in (select x.id from lienzo.contact x where x.id = ? or x.merged_into = ?) and "
                        + Visibility.CONDITION + " order by c.changed_at desc, c.id desc limit " + limit,
                Conversations::read,
                with(List.of(me.member(), contact, contact), Visibility.parameters(me)));
    }

    /// A page of a tray. Each space is read from its own index and no further than the page is long, so
    /// that the size of the tray does not matter.
    List<ConversationView> list(SignedIn me, ConversationQuery query) {
        var spaces = spaces(me, query);
        var found = query.text().isEmpty() ? null : search.find(wish(me, query, spaces));
        if (found != null && found.isEmpty()) return List.of();
        var parameters = new ArrayList<Object>(List.of(spaces));
        var inner = inner(me, query, found, parameters);
        parameters.add(query.limit());
        parameters.add(me.member());
        parameters.add(query.limit());
        return sql.list(
                "select " + COLUMNS + " from unnest(?::uuid[]) s(id) cross join lateral (" + inner + ") c " + JOINS
                        + " order by c.changed_at desc, c.id desc limit ?",
                Conversations::read,
                parameters.toArray());
    }

    private static String inner(
            SignedIn me, ConversationQuery query, @Nullable Set<UUID> found, List<Object> parameters) {
        var inner = new StringBuilder("select c.* from lienzo.conversation c where c.space_id = s.id and c.state = ?");
        parameters.add(query.state());
        if (query.state() == ConversationState.IN_PROGRESS && !query.team()) {
            inner.append(" and c.holder_id = ?");
            parameters.add(me.member());
        }
        if (query.after() != null) {
            inner.append(" and (c.changed_at, c.id) < (?, ?)");
            parameters.add(query.after().changedAt());
            parameters.add(query.after().id());
        }
        if (found != null) {
            inner.append(" and c.id = any(?)");
            parameters.add(found);
        }
        return inner.append(" order by c.changed_at desc, c.id desc limit ?").toString();
    }

    TrayCounts counts(SignedIn me, Set<UUID> where) {
        var overseen = me.spacesWith(Permission.CONVERSATIONS_OVERSEE);
        return sql.first(
                        """
                        select coalesce(sum(n) filter (where state = 'INBOX'), 0),
                               coalesce(sum(n) filter (where state = 'IN_PROGRESS' and holder_id = ?), 0),
                               coalesce(sum(n) filter (where state = 'IN_PROGRESS' and (holder_id = ? or space_id = any(?))), 0),
                               coalesce(sum(n) filter (where state = 'CLOSED'), 0)
                        from lienzo.tray_count where space_id = any(?)
                        """,
                        row -> new TrayCounts(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)),
                        me.member(),
                        me.member(),
                        overseen,
                        where)
                .orElseThrow();
    }

    /// Where the query may look: what others hold only where the member oversees, and into an archived space
    /// only when it is asked for.
    private Set<UUID> spaces(SignedIn me, ConversationQuery query) {
        var needed = query.state() == ConversationState.IN_PROGRESS && query.team()
                ? Permission.CONVERSATIONS_OVERSEE
                : Permission.CONVERSATIONS_WORK;
        if (query.space() == null) return spaces.inUse(me, needed);
        return me.may(needed, query.space()) ? Set.of(query.space()) : Set.of();
    }

    private static ConversationFinder.TrayWish wish(SignedIn me, ConversationQuery query, Set<UUID> spaces) {
        boolean own = query.state() == ConversationState.IN_PROGRESS && !query.team();
        return new ConversationFinder.TrayWish(
                query.text(), spaces, query.state(), own ? me.member() : null, query.after(), query.limit());
    }

    private static Object[] with(List<Object> first, Object[] rest) {
        var all = new ArrayList<>(first);
        all.addAll(List.of(rest));
        return all.toArray();
    }

    private static ConversationView read(ResultSet row) throws SQLException {
        return new ConversationView(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getObject(4, UUID.class),
                row.getString(5),
                row.getString(6),
                row.getLong(7),
                ConversationState.valueOf(row.getString(8)),
                row.getObject(9, UUID.class),
                row.getString(10),
                row.getTimestamp(11).toInstant(),
                row.getTimestamp(12).toInstant(),
                row.getInt(13),
                row.getInt(14),
                row.getInt(15),
                row.getString(16),
                MessageKind.valueOf(row.getString(17)),
                row.getBoolean(18));
    }
}
