package app.lienzo.calendars;

import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.TenantSql;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The rows of calendars and their revisions.
@ApplicationScoped
class Calendars {
    private static final String FOUND = """
            select c.id, c.version, c.name, c.revision, c.first, r.zone, r.week, r.country, r.region, r.days::text
            from lienzo.business_calendar c
            join lienzo.business_calendar_revision r
                on r.tenant_id = c.tenant_id and r.calendar_id = c.id and r.number = c.revision
            where c.removed_at is null
            """;

    private final TenantSql sql;
    private final Scope scope;
    private final ObjectMapper json;

    Calendars(TenantSql sql, Scope scope, ObjectMapper json) {
        this.sql = sql;
        this.scope = scope;
        this.json = json;
    }

    /// How an own day lies in the database.
    record StoredDay(String on, boolean yearly, String name, String hours) {}

    /// Of the calendar that is there before anybody made one: always the same for an organization.
    UUID firstId() {
        return UUID.nameUUIDFromBytes(("calendar " + scope.organization().id()).getBytes(StandardCharsets.UTF_8));
    }

    List<CalendarView> all() {
        return sql.list(FOUND + " order by c.first desc, lower(c.name), c.id", this::read);
    }

    Optional<CalendarView> find(UUID id) {
        return sql.first(FOUND + " and c.id = ?", this::read, id);
    }

    /// A revision of any calendar, removed ones too.
    Optional<CalendarSettings> revision(UUID calendar, int number) {
        return sql.first("""
                select c.name, r.zone, r.week, r.country, r.region, r.days::text
                from lienzo.business_calendar_revision r
                join lienzo.business_calendar c on c.tenant_id = r.tenant_id and c.id = r.calendar_id
                where r.calendar_id = ? and r.number = ?
                """, row -> settings(row, 1, 2), calendar, number);
    }

    /// @return false when it is there already
    boolean add(UUID id, CalendarSettings settings, boolean first, Instant now) {
        int added = sql.update("""
                insert into lienzo.business_calendar (tenant_id, id, name, revision, first)
                values (current_setting('lienzo.tenant'), ?, ?, 1, ?) on conflict do nothing
                """, id, settings.name(), first);
        if (added > 0) addRevision(id, 1, settings, now);
        return added > 0;
    }

    void addRevision(UUID id, int number, CalendarSettings settings, Instant now) {
        sql.update(
                """
                insert into lienzo.business_calendar_revision
                    (tenant_id, calendar_id, number, zone, week, country, region, days, at)
                values (current_setting('lienzo.tenant'), ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
                """,
                id,
                number,
                settings.zone(),
                settings.week().written(),
                settings.country(),
                settings.region(),
                written(settings.days()),
                now);
    }

    /// @return false when somebody else changed it since this version
    boolean change(UUID id, String name, int revision, int version) {
        return sql.update("""
                update lienzo.business_calendar set name = ?, revision = ?, version = version + 1
                where id = ? and version = ? and removed_at is null
                """, name, revision, id, version) > 0;
    }

    void prefer(UUID id) {
        sql.update("update lienzo.business_calendar set first = false where first and id <> ?", id);
        sql.update(
                "update lienzo.business_calendar set first = true, version = version + 1 where id = ? and not first",
                id);
    }

    boolean remove(UUID id, int version, Instant now) {
        return sql.update("""
                update lienzo.business_calendar set removed_at = ?, version = version + 1
                where id = ? and version = ? and removed_at is null
                """, now, id, version) > 0;
    }

    private CalendarView read(ResultSet row) throws SQLException {
        return new CalendarView(
                row.getObject(1, UUID.class), settings(row, 3, 6), row.getInt(4), row.getBoolean(5), row.getInt(2));
    }

    /// @param name the column of the name
    /// @param rest the first of the others, in the order of the table
    private CalendarSettings settings(ResultSet row, int name, int rest) throws SQLException {
        var week = Arrays.asList((String[]) row.getArray(rest + 1).getArray());
        return new CalendarSettings(
                row.getString(name),
                row.getString(rest),
                WeekHours.read(week),
                row.getString(rest + 2),
                row.getString(rest + 3),
                days(row.getString(rest + 4)));
    }

    private String written(List<SpecialDay> days) {
        var stored = days.stream()
                .map(day -> new StoredDay(day.on().toString(), day.yearly(), day.name(), Hours.written(day.hours())))
                .toList();
        try {
            return json.writeValueAsString(stored);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<SpecialDay> days(String stored) {
        try {
            return Arrays.stream(json.readValue(stored, StoredDay[].class))
                    .map(day -> new SpecialDay(
                            LocalDate.parse(day.on()), day.yearly(), day.name(), Hours.ofDate(day.hours())))
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
