package app.lienzo.partners;

import app.lienzo.audit.Actor;
import app.lienzo.kernel.Ids;
import app.lienzo.partners.ApplicationCheck.Tidy;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rows of applications and of their histories.
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
              and (?::text is null or a.company ilike ? or a.person ilike ? or a.email ilike ?)
              and (?::uuid is null or (coalesce(a.confirmed_at, a.created_at), a.id) %s
                   (select coalesce(l.confirmed_at, l.created_at), l.id from lienzo.partner_application l where l.id = ?))
            order by coalesce(a.confirmed_at, a.created_at) %s, a.id %2$s limit ?
            """;

    private final TenantSql sql;

    Applications(TenantSql sql) {
        this.sql = sql;
    }

    /// @return false for a form that was sent before, also at the same moment
    boolean first(UUID submission, Instant now) {
        return sql.update("""
                insert into lienzo.partner_submission (tenant_id, id, at) values (current_setting('lienzo.tenant'), ?, ?)
                on conflict do nothing
                """, submission, now) == 1;
    }

    int forgetSubmissions(Instant before) {
        return sql.update("delete from lienzo.partner_submission where at < ?", before);
    }

    void add(UUID id, NewApplication typed, Tidy tidy, Instant now) {
        sql.update(
                """
                insert into lienzo.partner_application (tenant_id, id, state, language, company, company_key, person,
                    email, domain, phone, country, clients, slug, message, marketing, created_at)
                values (current_setting('lienzo.tenant'), ?, 'UNCONFIRMED', ?, ?, ?, ?, ?, ?::text, ?::text, ?, ?, ?, ?, ?, ?)
                """,
                id,
                typed.language(),
                tidy.company(),
                tidy.companyKey(),
                tidy.person(),
                tidy.email(),
                tidy.domain(),
                tidy.phone(),
                tidy.country(),
                tidy.clients(),
                tidy.slug(),
                tidy.message(),
                typed.marketing(),
                now);
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

    /// Letters that went to a mailbox since then without its having been confirmed.
    int mailed(String email, Instant since) {
        return sql.first("""
                select (select count(*) from lienzo.partner_application where email = ? and created_at > ?)
                     + (select count(*) from lienzo.partner_application a
                        join lienzo.partner_application_line l on l.tenant_id = a.tenant_id and l.application_id = a.id
                        where a.email = ? and l.kind = 'REMINDED' and l.at > ?)
                """, row -> row.getInt(1), email, since, email, since).orElseThrow();
    }

    int unconfirmed(int max) {
        return sql.first(
                        "select count(*) from (select 1 from lienzo.partner_application where state = 'UNCONFIRMED' limit ?) x",
                        row -> row.getInt(1),
                        max)
                .orElseThrow();
    }

    /// Until the transaction ends nobody else confirms one of this address.
    void alone(String email) {
        sql.first("select pg_advisory_xact_lock(hashtext('application ' || ?))", _ -> true, email);
    }

    /// @return false when the address is confirmed for another one meanwhile
    boolean confirm(ApplicationView application, Instant now) {
        return sql.update("""
                update lienzo.partner_application a set state = 'OPEN', confirmed_at = ?
                where a.id = ? and a.state = 'UNCONFIRMED' and not exists (
                    select 1 from lienzo.partner_application o where o.email = a.email and o.state = 'OPEN')
                """, now, application.id()) == 1;
    }

    /// Others of the same address that nobody confirmed: the one that was confirmed is meant.
    void forgetOthers(ApplicationView application) {
        sql.update(
                "delete from lienzo.partner_application where email = ? and state = 'UNCONFIRMED' and id <> ?",
                application.email(),
                application.id());
    }

    int forgetUnconfirmed(Instant before) {
        return sql.update(
                "delete from lienzo.partner_application where state = 'UNCONFIRMED' and created_at < ?", before);
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

    List<ApplicationView> page(ApplicationQuery query, Instant now, int limit) {
        boolean oldestFirst = query.choice().oldestFirst();
        var text = query.text() == null ? null : "%" + query.text().replaceAll("([\\\\%_])", "\\\\$1") + "%";
        return sql.list(
                PAGE.formatted(oldestFirst ? ">" : "<", oldestFirst ? "asc" : "desc"),
                Applications::view,
                states(query.choice()),
                query.choice() == ApplicationQuery.Choice.OVERDUE,
                now,
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
            case WAITING, OVERDUE -> List.of("OPEN");
            case DECIDED -> List.of("APPROVED", "DECLINED");
            case UNCONFIRMED -> List.of("UNCONFIRMED");
        };
    }

    int open() {
        return sql.first(
                        "select count(*) from (select 1 from lienzo.partner_application where state = 'OPEN' limit 1000) x",
                        row -> row.getInt(1))
                .orElseThrow();
    }

    void write(UUID id, Instant at, ApplicationLine.Kind kind, @Nullable Actor by, @Nullable String text) {
        sql.update("""
                insert into lienzo.partner_application_line (tenant_id, application_id, id, at, kind, member_id, actor, text)
                values (current_setting('lienzo.tenant'), ?, ?, ?, ?, ?::uuid, ?::text, ?::text)
                """, id, Ids.next(), at, kind, by == null ? null : by.member(), by == null ? null : by.name(), text);
    }

    int lines(UUID id) {
        return sql.first(
                        "select count(*) from lienzo.partner_application_line where application_id = ?",
                        row -> row.getInt(1),
                        id)
                .orElseThrow();
    }

    /// Oldest first.
    List<ApplicationLine> history(UUID id, int max) {
        return sql.list(
                """
                select at, kind, actor, text from lienzo.partner_application_line where application_id = ? order by at, id limit ?
                """,
                row -> new ApplicationLine(
                        row.getTimestamp(1).toInstant(),
                        ApplicationLine.Kind.valueOf(row.getString(2)),
                        row.getString(3),
                        row.getString(4)),
                id,
                max);
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
