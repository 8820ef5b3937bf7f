package app.lienzo.tickets;

import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.spaces.SpaceService;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// The team's lists. Each category of each space (and each priority, where that is the order) is read from its own
/// stretch of an index, no further than the page is long, so that the size of the list does not matter.
@ApplicationScoped
class TicketLists {
    /// What the partial indexes of the lists say: written out, as PostgreSQL must see that it is meant.
    private static final String UNFINISHED = " and t.category in ('NEW', 'OPEN', 'WAITING', 'ON_HOLD')";

    private static final String DUE = "coalesce(t.due_at, 'infinity'::timestamptz)";
    private static final String RANK = "array_position(array['LOW', 'NORMAL', 'HIGH', 'URGENT'], t.priority)";

    private final SpaceService spaces;
    private final TicketRows rows;
    private final TenantSql sql;

    TicketLists(SpaceService spaces, TicketRows rows, TenantSql sql) {
        this.spaces = spaces;
        this.rows = rows;
        this.sql = sql;
    }

    List<TicketView> page(SignedIn me, TicketListQuery query, Instant now) {
        var parameters = new ArrayList<Object>();
        var inner = inner("t.*", me, query, now, parameters);
        var order = order(query.sort());
        inner.append(" order by ").append(order).append(" limit ?");
        parameters.add(query.limit());
        parameters.add(query.limit());
        return sql.list(
                "select " + TicketRows.COLUMNS + " from " + stretches(query) + " cross join lateral (" + inner + ") t "
                        + TicketRows.JOINS + " order by " + outer(query.sort()) + " limit ?",
                rows::read,
                parameters.toArray());
    }

    /// How many there are, and no more than `most`: counting goes no further.
    int count(SignedIn me, TicketListQuery query, Instant now, int most) {
        var parameters = new ArrayList<Object>();
        var inner = inner("1", me, query, now, parameters).append(" limit ").append(most);
        return sql.first(
                        "select least(count(*), " + most + ") from (select 1 from " + stretches(query)
                                + " cross join lateral (" + inner + ") t limit " + most + ") n",
                        row -> row.getInt(1),
                        parameters.toArray())
                .orElse(0);
    }

    private StringBuilder inner(String what, SignedIn me, TicketListQuery query, Instant now, List<Object> parameters) {
        parameters.add(spaces(me, query));
        parameters.add(categories(query));
        var inner = new StringBuilder("select ")
                .append(what)
                .append(" from lienzo.ticket t where t.space_id = s0.id and t.category = g.name");
        if (query.sort() == TicketSort.PRIORITY) inner.append(" and t.priority = p.name");
        if (query.unfinished()) inner.append(UNFINISHED);
        narrow(inner, parameters, query, now);
        return inner;
    }

    private static String stretches(TicketListQuery query) {
        var stretches = "unnest(?::uuid[]) s0(id) cross join unnest(?::text[]) g(name)";
        if (query.sort() != TicketSort.PRIORITY) return stretches;
        return stretches + " cross join unnest(array['URGENT', 'HIGH', 'NORMAL', 'LOW']) p(name)";
    }

    private static void narrow(StringBuilder inner, List<Object> parameters, TicketListQuery query, Instant now) {
        person(inner, parameters, "t.assignee_id", query.assignee());
        person(inner, parameters, "t.company_id", query.company());
        if (query.requester() != null) add(inner, parameters, " and t.requester_id = ?", query.requester());
        if (query.state() != null) add(inner, parameters, " and t.state_id = ?", query.state());
        if (!query.types().isEmpty()) add(inner, parameters, " and t.type = any(?)", names(query.types()));
        if (!query.priorities().isEmpty())
            add(inner, parameters, " and t.priority = any(?)", names(query.priorities()));
        if (query.tag() != null) add(inner, parameters, " and ? = any(t.tags)", query.tag());
        if (query.overdue()) add(inner, parameters, " and " + DUE + " < ?", now);
        query.fields().forEach((key, value) -> {
            inner.append(" and t.fields ->> ? = ?");
            parameters.add(key);
            parameters.add(value);
        });
        if (query.after() != null) after(inner, parameters, query.sort(), ListPlace.read(query.after()));
    }

    private static void person(
            StringBuilder inner,
            List<Object> parameters,
            String column,
            TicketChange.@org.jspecify.annotations.Nullable To whom) {
        if (whom == null) return;
        if (whom.id() == null) inner.append(" and ").append(column).append(" is null");
        else add(inner, parameters, " and " + column + " = ?", whom.id());
    }

    private static void after(StringBuilder inner, List<Object> parameters, TicketSort sort, ListPlace place) {
        switch (sort) {
            case CHANGED -> inner.append(" and (t.changed_at, t.id) < (?, ?)");
            case CREATED -> inner.append(" and (t.created_at, t.id) < (?, ?)");
            case OLDEST -> inner.append(" and (t.created_at, t.id) > (?, ?)");
            case DUE -> inner.append(" and (" + DUE + ", t.id) > (coalesce(?::timestamptz, 'infinity'), ?)");
            case PRIORITY -> {
                inner.append(" and (" + RANK + " < ? or " + RANK + " = ? and (t.changed_at, t.id) < (?, ?))");
                parameters.add(place.priority().ordinal() + 1);
                parameters.add(place.priority().ordinal() + 1);
            }
        }
        parameters.add(place.at());
        parameters.add(place.id());
    }

    private static String order(TicketSort sort) {
        return switch (sort) {
            case CHANGED, PRIORITY -> "t.changed_at desc, t.id desc";
            case CREATED -> "t.created_at desc, t.id desc";
            case OLDEST -> "t.created_at, t.id";
            case DUE -> DUE + ", t.id";
        };
    }

    private static String outer(TicketSort sort) {
        return sort == TicketSort.PRIORITY ? RANK + " desc, t.changed_at desc, t.id desc" : order(sort);
    }

    private Set<UUID> spaces(SignedIn me, TicketListQuery query) {
        if (query.space() == null) return spaces.inUse(me, Permission.TICKETS_WORK);
        return me.may(Permission.TICKETS_WORK, query.space()) ? Set.of(query.space()) : Set.of();
    }

    private static List<String> categories(TicketListQuery query) {
        return names(query.categories().isEmpty() ? EnumSet.allOf(TicketCategory.class) : query.categories());
    }

    private static List<String> names(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).toList();
    }

    private static void add(StringBuilder inner, List<Object> parameters, String condition, Object value) {
        inner.append(condition);
        parameters.add(value);
    }
}
