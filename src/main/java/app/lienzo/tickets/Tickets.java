package app.lienzo.tickets;

import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Refused;
import app.lienzo.spaces.SpaceService;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Finds tickets: by id, by number, by what a list asks for. A member sees those of the spaces he works
/// in, whoever they are assigned to; every query says so.
@ApplicationScoped
class Tickets {
    private static final String SELECT = "select " + TicketRows.COLUMNS + " from lienzo.ticket t " + TicketRows.JOINS;

    private final SpaceService spaces;
    private final TicketRows rows;
    private final TenantSql sql;

    Tickets(SpaceService spaces, TicketRows rows, TenantSql sql) {
        this.spaces = spaces;
        this.rows = rows;
        this.sql = sql;
    }

    Optional<TicketView> visible(SignedIn me, UUID id) {
        return sql.first(SELECT + " where t.id = ? and t.space_id = any(?)", rows::read, id, where(me));
    }

    Optional<TicketView> visible(SignedIn me, UUID space, long number) {
        return sql.first(
                SELECT + " where t.space_id = ? and t.number = ? and t.space_id = any(?)",
                rows::read,
                space,
                number,
                where(me));
    }

    List<TicketView> visible(SignedIn me, Collection<UUID> ids) {
        return sql.list(
                SELECT + " where t.id = any(?) and t.space_id = any(?) order by t.number", rows::read, ids, where(me));
    }

    /// Whether somebody may see it was decided before.
    Optional<TicketView> find(UUID id) {
        return sql.first(SELECT + " where t.id = ?", rows::read, id);
    }

    /// Nobody else changes it until the transaction ends.
    Optional<TicketView> locked(SignedIn me, UUID id) {
        return sql.first(
                SELECT + " where t.id = ? and t.space_id = any(?) for no key update of t", rows::read, id, where(me));
    }

    Optional<TicketView> locked(UUID id) {
        return sql.first(SELECT + " where t.id = ? for no key update of t", rows::read, id);
    }

    /// Several in the order they were asked for, locked in the same order by everybody, so that two who
    /// want the same ones do not wait for each other. Whether somebody may see them was decided before.
    ///
    /// @throws Refused not found when one of them is not there
    List<TicketView> locked(List<UUID> ids) {
        var held = ids.stream()
                .sorted()
                .map(id -> locked(id).orElseThrow(Refused::notFound))
                .collect(Collectors.toMap(TicketView::id, one -> one));
        return ids.stream().map(id -> Objects.requireNonNull(held.get(id))).toList();
    }

    Optional<TicketView> byKey(String key) {
        return sql.first(SELECT + " where t.key = ?", rows::read, key);
    }

    /// A page of a list. Each category of each space is read from its own stretch of the index and no
    /// further than the page is long, so that the size of the list does not matter.
    List<TicketView> list(SignedIn me, TicketQuery query) {
        var parameters = new ArrayList<Object>();
        parameters.add(spaces(me, query));
        parameters.add(categories(query));
        var inner =
                new StringBuilder("select t.* from lienzo.ticket t where t.space_id = s0.id and t.category = g.name");
        narrow(inner, parameters, query);
        inner.append(" order by t.changed_at desc, t.id desc limit ?");
        parameters.add(query.limit());
        parameters.add(query.limit());
        return sql.list(
                "select " + TicketRows.COLUMNS
                        + " from unnest(?::uuid[]) s0(id) cross join unnest(?::text[]) g(name) cross join lateral ("
                        + inner
                        + ") t " + TicketRows.JOINS + " order by t.changed_at desc, t.id desc limit ?",
                rows::read,
                parameters.toArray());
    }

    private static void narrow(StringBuilder inner, List<Object> parameters, TicketQuery query) {
        if (!query.states().own().isEmpty()) {
            inner.append(" and (t.category = any(?::text[]) or t.state_id = any(?::uuid[]))");
            parameters.add(names(query.states().whole()));
            parameters.add(query.states().own());
        }
        var assignee = query.assignee();
        if (assignee != null && assignee.id() == null) inner.append(" and t.assignee_id is null");
        if (assignee != null && assignee.id() != null) add(inner, parameters, " and t.assignee_id = ?", assignee.id());
        if (query.requester() != null) add(inner, parameters, " and t.requester_id = ?", query.requester());
        if (query.company() != null) add(inner, parameters, " and t.company_id = ?", query.company());
        if (!query.types().isEmpty()) add(inner, parameters, " and t.type = any(?)", names(query.types()));
        if (!query.priorities().isEmpty())
            add(inner, parameters, " and t.priority = any(?)", names(query.priorities()));
        if (query.tag() != null) add(inner, parameters, " and ? = any(t.tags)", query.tag());
        if (query.dueBefore() != null) add(inner, parameters, " and t.due_at < ?", query.dueBefore());
        if (!query.text().isEmpty()) words(inner, parameters, query.text());
        if (query.after() != null) {
            inner.append(" and (t.changed_at, t.id) < (?, ?)");
            parameters.add(query.after().changedAt());
            parameters.add(query.after().id());
        }
    }

    private static void words(StringBuilder inner, List<Object> parameters, String text) {
        var number = text.startsWith("#") ? text.substring(1) : text;
        inner.append(" and (t.number::text = ? or t.subject ilike ?)");
        parameters.add(number);
        parameters.add("%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
    }

    private static void add(StringBuilder inner, List<Object> parameters, String condition, Object value) {
        inner.append(condition);
        parameters.add(value);
    }

    private Set<UUID> spaces(SignedIn me, TicketQuery query) {
        if (query.space() == null) return spaces.inUse(me, Permission.TICKETS_WORK);
        return me.may(Permission.TICKETS_WORK, query.space()) ? Set.of(query.space()) : Set.of();
    }

    private static List<String> categories(TicketQuery query) {
        return names(query.states().categories());
    }

    private static List<String> names(Set<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).toList();
    }

    private static Set<UUID> where(SignedIn me) {
        return me.spacesWith(Permission.TICKETS_WORK);
    }
}
