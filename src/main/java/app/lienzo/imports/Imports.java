package app.lienzo.imports;

import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.TenantSql;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rows of `lienzo.import_run` with their chunks and rejects.
@ApplicationScoped
class Imports {
    private static final String SELECT = """
            select id, space_id, kind, state, file_name, charset, delimiter, headers, mapping, rows, done, created, known,
                rejected, member, problem, created_at, worked_at, ended_at
            from lienzo.import_run
            """;
    private static final TypeReference<List<String>> LINE = new TypeReference<>() {};
    private static final TypeReference<List<Object>> DETAILS = new TypeReference<>() {};
    private static final TypeReference<List<List<String>>> LINES = new TypeReference<>() {};
    private static final TypeReference<Map<Integer, String>> MAPPING = new TypeReference<>() {};

    private final TenantSql sql;
    private final ObjectMapper json;

    Imports(TenantSql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /// Rows in a row.
    ///
    /// @param first number of the first, from 1
    record Chunk(int first, List<List<String>> rows) {}

    void add(ImportView run, UUID member) {
        sql.update(
                """
                insert into lienzo.import_run (tenant_id, id, space_id, kind, state, file_name, charset, delimiter, headers,
                    mapping, rows, member_id, member, created_at, worked_at)
                values (current_setting('lienzo.tenant'), ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?)
                """,
                run.id(),
                run.space(),
                run.kind(),
                run.state(),
                run.fileName(),
                run.charset(),
                run.delimiter(),
                written(run.headers()),
                written(run.mapping()),
                run.rows(),
                member,
                run.member(),
                run.createdAt(),
                run.workedAt());
    }

    void addChunk(UUID run, int first, List<List<String>> rows) {
        sql.update("""
                insert into lienzo.import_chunk (tenant_id, import_id, first_row, rows)
                values (current_setting('lienzo.tenant'), ?, ?, ?::jsonb)
                """, run, first, written(rows));
    }

    Optional<ImportView> find(UUID id) {
        return sql.first(SELECT + " where id = ?", this::read, id);
    }

    /// For getting on with it: nobody else does until then.
    Optional<ImportView> locked(UUID id) {
        return sql.first(SELECT + " where id = ? for update", this::read, id);
    }

    /// Newest first.
    List<ImportView> list(Collection<UUID> spaces, int limit) {
        if (spaces.isEmpty()) return List.of();
        return sql.list(
                SELECT + " where space_id = any(?::uuid[]) order by created_at desc, id limit ?",
                this::read,
                List.copyOf(spaces),
                limit);
    }

    /// Going ones that nobody got on with since then.
    List<ImportView> stale(Instant since) {
        return sql.list(
                SELECT + " where state in ('FETCHING', 'CHECKING', 'RUNNING') and worked_at < ?", this::read, since);
    }

    long going() {
        return sql.first(
                        "select count(*) from lienzo.import_run where state in ('FETCHING', 'CHECKING', 'RUNNING')",
                        row -> row.getLong(1))
                .orElse(0L);
    }

    long count() {
        return sql.first("select count(*) from lienzo.import_run", row -> row.getLong(1))
                .orElse(0L);
    }

    /// Those whose rows are kept although nobody works on them.
    long waiting() {
        return sql.first(
                        "select count(*) from lienzo.import_run where state in ('READ', 'CHECKED')",
                        row -> row.getLong(1))
                .orElse(0L);
    }

    void map(UUID id, Map<Integer, String> mapping) {
        sql.update("update lienzo.import_run set mapping = ?::jsonb where id = ?", written(mapping), id);
    }

    /// Begins to go through the rows, from the first.
    void begin(UUID id, ImportState state, Instant now) {
        sql.update("delete from lienzo.import_reject where import_id = ?", id);
        sql.update("""
                update lienzo.import_run set state = ?, done = 0, created = 0, known = 0, rejected = 0, problem = null,
                    worked_at = ? where id = ?
                """, state, now, id);
    }

    void worked(UUID id, int done, int created, int known, Instant now) {
        sql.update("""
                update lienzo.import_run set done = ?, created = created + ?, known = known + ?, worked_at = ? where id = ?
                """, done, created, known, now, id);
    }

    /// Begins to read anew.
    void clear(UUID id, Instant now) {
        sql.update("delete from lienzo.import_chunk where import_id = ?", id);
        rows(id, 0, now);
    }

    void rows(UUID id, int rows, Instant now) {
        sql.update("update lienzo.import_run set rows = ?, worked_at = ? where id = ?", rows, now, id);
    }

    void reject(UUID id, Reject reject, Instant now) {
        sql.update("""
                insert into lienzo.import_reject (tenant_id, import_id, row, code, details, cells)
                values (current_setting('lienzo.tenant'), ?, ?, ?, ?::jsonb, ?::jsonb) on conflict do nothing
                """, id, reject.row(), reject.code(), written(reject.details()), written(reject.cells()));
        sql.update(
                "update lienzo.import_run set done = ?, rejected = rejected + 1, worked_at = ? where id = ?",
                reject.row(),
                now,
                id);
    }

    void turn(UUID id, ImportState state, @Nullable String problem, Instant now) {
        sql.update("""
                update lienzo.import_run set state = ?, problem = ?, worked_at = ?, ended_at = ?::timestamptz where id = ?
                """, state, problem, now, state.over() ? now : null, id);
        if (state.over()) sql.update("delete from lienzo.import_chunk where import_id = ?", id);
    }

    /// The chunk in which a row lies.
    Optional<Chunk> chunk(UUID id, int row) {
        return sql.first("""
                select first_row, rows from lienzo.import_chunk where import_id = ? and first_row <= ?
                order by first_row desc limit 1
                """, found -> new Chunk(found.getInt(1), read(found.getString(2), LINES)), id, row);
    }

    List<Reject> rejects(UUID id, int after, int limit) {
        return sql.list(
                """
                select row, code, details, cells from lienzo.import_reject where import_id = ? and row > ?
                order by row limit ?
                """,
                row -> new Reject(
                        row.getInt(1), row.getString(2), read(row.getString(3), DETAILS), read(row.getString(4), LINE)),
                id,
                after,
                limit);
    }

    int forget(Instant endedBefore, Instant begunBefore) {
        return sql.update("""
                delete from lienzo.import_run where ended_at < ?
                    or (state in ('READ', 'CHECKED') and created_at < ?)
                """, endedBefore, begunBefore);
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private ImportView read(ResultSet row) throws SQLException {
        return new ImportView(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                one(ImportKind.values(), row.getString(3)),
                one(ImportState.values(), row.getString(4)),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                read(row.getString(8), LINE),
                read(row.getString(9), MAPPING),
                row.getInt(10),
                row.getInt(11),
                row.getInt(12),
                row.getInt(13),
                row.getInt(14),
                row.getString(15),
                row.getString(16),
                row.getTimestamp(17).toInstant(),
                row.getTimestamp(18).toInstant(),
                instant(row.getTimestamp(19)));
    }

    private static <T extends Enum<T>> T one(T[] values, String name) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElseThrow(Refused::notFound);
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
