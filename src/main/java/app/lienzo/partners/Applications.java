package app.lienzo.partners;

import app.lienzo.audit.Actor;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rows of applications.
@ApplicationScoped
class Applications {
    private static final String COLUMNS = """
            a.id, a.state, a.language, a.company, a.person, a.email, a.domain, a.phone, a.country, a.clients, a.slug, a.message,
            a.marketing, a.created_at, a.confirmed_at, a.assignee_id, a.decided_at, a.decider, a.reason, a.organization_id
            """;

    private static final String PAGE = "select " + COLUMNS + """
            from lienzo.partner_application a
            where a.state = any(?)
              and (not ?::boolean or exists (select 1 from platform.deadline d where d.subject = 'APPLICATION' and d.id = a.id
                                             and d.state = 'RUNNING' and d.due_at <= ?))
              and (?::uuid is null or a.assignee_id = ?)
              and (?::text is null or a.company ilike ? or a.person ilike ? or a.email ilike ?)
              and (?::uuid is null or (coalesce(a.confirmed_at, a.created_at), a.id) %s
                   (select coalesce(l.confirmed_at, l.created_at), l.id from lienzo.partner_application l where l.id = ?))
            order by coalesce(a.confirmed_at, a.created_at) %s, a.id %2$s limit ?
            """;

    private final TenantSql sql;

    Applications(TenantSql sql) {
        this.sql = sql;
    }

    Optional<ApplicationView> find(UUID id) {
        return sql.first(
                "select " + COLUMNS + " from lienzo.partner_application a where a.id = ?", Applications::view, id);
    }

    /// Locks it until the transaction ends: one decides, the other one sees what was decided. Lines may be added
    /// meanwhile, by the clock for instance.
    Optional<ApplicationView> lock(UUID id) {
        return sql.first(
                "select " + COLUMNS + " from lienzo.partner_application a where a.id = ? for no key update",
                Applications::view,
                id);
    }

    Optional<ApplicationView> openOf(String email) {
        return sql.first(
                "select " + COLUMNS + " from lienzo.partner_application a where a.email = ? and a.state = 'OPEN'",
                Applications::view,
                email);
    }

    void assign(UUID id, @Nullable UUID assignee) {
        sql.update("update lienzo.partner_application set assignee_id = ?::uuid where id = ?", assignee, id);
    }

    void decide(UUID id, Actor by, Instant now, @Nullable String organization, @Nullable String reason) {
        sql.update("""
                update lienzo.partner_application set state = case when ?::text is null then 'DECLINED' else 'APPROVED' end,
                    decided_at = ?, decided_by = ?::uuid, decider = ?, organization_id = ?::text, reason = ?::text
                where id = ?
                """, organization, now, by.member(), by.name(), organization, reason, id);
    }

    /// Others of the same company, by its domain or its name, newest first.
    List<ApplicationView> doubles(ApplicationView application, int max) {
        return sql.list(
                "select " + COLUMNS + """
                from lienzo.partner_application a where a.id <> ?
                  and (a.email = ? or a.domain = ?::text or a.company_key = ?)
                order by a.created_at desc, a.id limit ?
                """,
                Applications::view,
                application.id(),
                application.email(),
                application.domain(),
                ApplicationCheck.key(application.company()),
                max);
    }

    /// Slug and name of organizations that are called the same.
    List<String> organizationsCalled(String company, int max) {
        return sql.list("""
                select o.slug || ' · ' || o.name from platform.organization o
                where o.id <> 'platform' and lower(o.name) = lower(?) order by o.slug limit ?
                """, row -> row.getString(1), company, max);
    }

    /// @param me who looks
    List<ApplicationView> page(ApplicationQuery query, UUID me, Instant now, int limit) {
        var assignee = query.choice() == ApplicationQuery.Choice.MINE ? me : null;
        boolean oldestFirst = query.choice().oldestFirst();
        var text = query.text() == null ? null : "%" + query.text().replaceAll("([\\\\%_])", "\\\\$1") + "%";
        return sql.list(
                PAGE.formatted(oldestFirst ? ">" : "<", oldestFirst ? "asc" : "desc"),
                Applications::view,
                states(query.choice()),
                query.choice() == ApplicationQuery.Choice.OVERDUE,
                now,
                assignee,
                assignee,
                text,
                text,
                text,
                text,
                query.after(),
                query.after(),
                limit);
    }

    private static List<String> states(ApplicationQuery.Choice choice) {
        return switch (choice) {
            case WAITING, MINE, OVERDUE -> List.of("OPEN");
            case DECIDED -> List.of("APPROVED", "DECLINED");
            case UNCONFIRMED -> List.of("UNCONFIRMED");
        };
    }

    /// How many there are in each list that does not only grow.
    Map<ApplicationQuery.Choice, Integer> counts(UUID me, Instant now) {
        return sql.first(
                        """
                select count(*), count(*) filter (where a.assignee_id = ?), count(*) filter (where d.due_at <= ?),
                  (select count(*) from lienzo.partner_application u where u.state = 'UNCONFIRMED')
                from lienzo.partner_application a
                left join platform.deadline d on d.subject = 'APPLICATION' and d.id = a.id and d.state = 'RUNNING'
                where a.state = 'OPEN'
                """,
                        row -> Map.of(
                                ApplicationQuery.Choice.WAITING, row.getInt(1),
                                ApplicationQuery.Choice.MINE, row.getInt(2),
                                ApplicationQuery.Choice.OVERDUE, row.getInt(3),
                                ApplicationQuery.Choice.UNCONFIRMED, row.getInt(4)),
                        me,
                        now)
                .orElseThrow();
    }

    private static ApplicationView view(ResultSet row) throws SQLException {
        return new ApplicationView(
                row.getObject(1, UUID.class),
                ApplicationState.valueOf(row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getInt(10),
                row.getString(11),
                row.getString(12),
                row.getBoolean(13),
                row.getTimestamp(14).toInstant(),
                instant(row, 15),
                row.getObject(16, UUID.class),
                instant(row, 17),
                row.getString(18),
                row.getString(19),
                row.getString(20));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
