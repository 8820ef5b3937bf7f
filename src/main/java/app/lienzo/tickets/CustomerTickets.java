package app.lienzo.tickets;

import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Finds tickets for a contact: his own, and those of companies whose main contact he is. The one place
/// that says so.
@ApplicationScoped
class CustomerTickets {
    private static final String SEES_ALL = """
            t.company_id in (
                select o.company_id from lienzo.contact_company o
                join lienzo.company y on y.tenant_id = o.tenant_id and y.id = o.company_id and y.removed_at is null
                where o.contact_id = ? and o.sees_all)
            """;
    private static final String THERE = """
             and exists (select 1 from lienzo.contact w
                where w.id = ? and w.space_id = t.space_id and w.removed_at is null and w.blocked_at is null)
            """;
    private static final String SELECT = "select " + TicketRows.COLUMNS + " from lienzo.ticket t " + TicketRows.JOINS;

    private final TicketRows rows;
    private final TenantSql sql;

    CustomerTickets(TicketRows rows, TenantSql sql) {
        this.rows = rows;
        this.sql = sql;
    }

    boolean sees(UUID contact, UUID ticket) {
        return sql.first(
                        "select true from lienzo.ticket t where t.id = ? and (t.requester_id = ? or " + SEES_ALL + ")"
                                + THERE,
                        row -> row.getBoolean(1),
                        ticket,
                        contact,
                        contact,
                        contact)
                .orElse(false);
    }

    Optional<TicketView> find(UUID contact, long number) {
        return sql.first(
                SELECT + " where t.space_id = (select space_id from lienzo.contact where id = ?) and t.number = ?"
                        + " and (t.requester_id = ? or " + SEES_ALL + ")" + THERE,
                rows::read,
                contact,
                number,
                contact,
                contact,
                contact);
    }

    /// @param company those of others in his companies too
    /// @param text words of the subject, or a number; empty for all
    List<TicketView> list(UUID contact, boolean company, String text, TicketQuery.@Nullable Place after, int limit) {
        var parameters = new ArrayList<Object>(List.of(contact));
        var where = " where (t.requester_id = ?" + (company ? " or " + SEES_ALL : "") + ") and t.merged_into is null"
                + THERE;
        if (company) parameters.add(contact);
        parameters.add(contact);
        if (!text.isEmpty()) {
            where += " and (t.number::text = ? or platform.plain(t.subject) like platform.plain(?))";
            parameters.add(text.startsWith("#") ? text.substring(1) : text);
            parameters.add("%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
        }
        if (after != null) {
            where += " and (t.changed_at, t.id) < (?, ?)";
            parameters.add(after.changedAt());
            parameters.add(after.id());
        }
        parameters.add(limit);
        return sql.list(
                SELECT + where + " order by t.changed_at desc, t.id desc limit ?", rows::read, parameters.toArray());
    }
}
