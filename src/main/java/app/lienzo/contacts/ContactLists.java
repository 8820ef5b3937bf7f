package app.lienzo.contacts;

import app.lienzo.contacts.ContactQuery.Order;
import app.lienzo.contacts.ContactQuery.Place;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Pages of contacts. Without words each space is read from its own index and no further than the page is
/// long; with words `lienzo.contacts_found` names the candidates first.
@ApplicationScoped
class ContactLists {
    /// With fewer exact hits than these, similar ones are shown as well.
    private static final int FEW = 10;

    private final TenantSql sql;
    private final AccessCondition access;
    private final ContactConfig config;

    ContactLists(TenantSql sql, AccessCondition access, ContactConfig config) {
        this.sql = sql;
        this.access = access;
        this.config = config;
    }

    private record Hit(ContactView contact, String called) {}

    ContactQuery.Page page(Collection<UUID> spaces, ContactQuery query) {
        var found = query.text().isBlank()
                ? inOrder(spaces, query, query.limit() + 1)
                : withWords(spaces, query, false, query.limit() + 1);
        boolean more = found.size() > query.limit();
        var shown = more ? found.subList(0, query.limit()) : found;
        var next = more
                ? new Place(shown.getLast().called(), shown.getLast().contact().id())
                : null;
        return new ContactQuery.Page(contacts(shown), near(spaces, query, shown), next);
    }

    private List<ContactView> near(Collection<UUID> spaces, ContactQuery query, List<Hit> exact) {
        if (query.text().isBlank() || query.after() != null || exact.size() >= FEW) return List.of();
        var known = Set.copyOf(contacts(exact));
        return contacts(withWords(spaces, query, true, FEW)).stream()
                .filter(contact -> !known.contains(contact))
                .toList();
    }

    private List<Hit> inOrder(Collection<UUID> spaces, ContactQuery query, int rows) {
        var parameters = new ArrayList<@Nullable Object>(List.of(spaces));
        var inner = new StringBuilder("select c.* from lienzo.contact c where c.space_id = s.id");
        narrow(inner, parameters, query);
        var order = order(query.order());
        inner.append(order).append(" limit ?");
        parameters.add(rows);
        parameters.add(rows);
        return hits(
                "from unnest(?::uuid[]) s(id) cross join lateral (" + inner + ") c " + Contacts.JOINS + order
                        + " limit ?",
                parameters);
    }

    private List<Hit> withWords(Collection<UUID> spaces, ContactQuery query, boolean near, int rows) {
        var parameters = new ArrayList<@Nullable Object>(List.of(spaces, query.text(), near, config.hitsMax()));
        var where = new StringBuilder(" where true");
        narrow(where, parameters, query);
        parameters.add(rows);
        return hits(
                "from lienzo.contacts_found(?::uuid[], ?, ?, ?) h join lienzo.contact c on c.id = h.id "
                        + Contacts.JOINS + where
                        + (near ? " order by h.nearness desc, c.called, c.id" : order(query.order()))
                        + " limit ?",
                parameters);
    }

    private List<Hit> hits(String from, List<@Nullable Object> parameters) {
        return sql.list(
                "select " + Contacts.COLUMNS + ", c.called " + from,
                row -> new Hit(Contacts.view(row), row.getString(20)),
                parameters.toArray());
    }

    private static String order(Order order) {
        return switch (order) {
            case NAME -> " order by c.called, c.id";
            case NEWEST -> " order by c.id desc";
        };
    }

    private void narrow(StringBuilder where, List<@Nullable Object> parameters, ContactQuery query) {
        where.append(" and c.removed_at is null and c.found ")
                .append(query.anonymous() ? "=" : "<>")
                .append(" ''");
        if (query.company() != null) {
            where.append(
                    " and exists (select from lienzo.contact_company x where x.tenant_id = c.tenant_id and x.contact_id = c.id and x.company_id = ?)");
            parameters.add(query.company());
        }
        if (query.unassigned())
            where.append(
                    " and not exists (select from lienzo.contact_company x join lienzo.company y on y.tenant_id = x.tenant_id and y.id = x.company_id and y.removed_at is null where x.tenant_id = c.tenant_id and x.contact_id = c.id)");
        equal(where, parameters, "c.language", query.language());
        equal(where, parameters, "c.source", query.source());
        if (query.tag() != null) {
            where.append(" and ? = any(c.tags)");
            parameters.add(query.tag());
        }
        if (query.blocked() != null)
            where.append(query.blocked() ? " and c.blocked_at is not null" : " and c.blocked_at is null");
        if (query.access() != null) where.append(" and ").append(access.of(query.access()));
        after(where, parameters, query);
    }

    private static void after(StringBuilder where, List<@Nullable Object> parameters, ContactQuery query) {
        if (query.after() == null) return;
        switch (query.order()) {
            case NAME -> {
                where.append(" and (c.called, c.id) > (?, ?)");
                parameters.add(query.after().called());
                parameters.add(query.after().id());
            }
            case NEWEST -> {
                where.append(" and c.id < ?");
                parameters.add(query.after().id());
            }
        }
    }

    private static void equal(
            StringBuilder where, List<@Nullable Object> parameters, String column, @Nullable Object value) {
        if (value == null) return;
        where.append(" and ").append(column).append(" = ?");
        parameters.add(value);
    }

    private static List<ContactView> contacts(List<Hit> hits) {
        return hits.stream().map(Hit::contact).toList();
    }
}
