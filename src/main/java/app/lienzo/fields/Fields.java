package app.lienzo.fields;

import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The rows of `lienzo.custom_field`.
@ApplicationScoped
class Fields {
    private static final String COLUMNS =
            "id, space_id, subject, key, label, kind, options, required, default_value, in_portal, position, version";

    private final TenantSql sql;

    Fields(TenantSql sql) {
        this.sql = sql;
    }

    /// Of all spaces.
    List<FieldView> all() {
        return sql.list(
                "select " + COLUMNS + " from lienzo.custom_field where removed_at is null order by position, id",
                Fields::read);
    }

    List<FieldView> of(UUID space, FieldSubject subject) {
        return sql.list(
                "select " + COLUMNS
                        + " from lienzo.custom_field where space_id = ? and subject = ? and removed_at is null order by position, id",
                Fields::read,
                space,
                subject);
    }

    Optional<FieldView> find(UUID id) {
        return sql.first(
                "select " + COLUMNS + " from lienzo.custom_field where id = ? and removed_at is null",
                Fields::read,
                id);
    }

    Optional<FieldView> removed(UUID id) {
        return sql.first(
                "select " + COLUMNS + " from lienzo.custom_field where id = ? and removed_at is not null",
                Fields::read,
                id);
    }

    FieldView require(UUID id) {
        return find(id).orElseThrow(Refused::notFound);
    }

    /// Those of fields that are gone too.
    List<String> keys(UUID space, FieldSubject subject) {
        return sql.list(
                "select key from lienzo.custom_field where space_id = ? and subject = ?",
                row -> row.getString(1),
                space,
                subject);
    }

    UUID add(UUID space, FieldSubject subject, String key, FieldDraft draft, int position) {
        var id = Ids.next();
        sql.update(
                """
                insert into lienzo.custom_field
                    (tenant_id, id, space_id, subject, key, label, kind, options, required, default_value, in_portal, position)
                values (current_setting('lienzo.tenant'), ?, ?, ?, ?, ?, ?, ?::text[], ?, ?, ?, ?)
                """,
                id,
                space,
                subject,
                key,
                draft.label(),
                draft.kind(),
                draft.options(),
                draft.required(),
                draft.defaultValue(),
                draft.inPortal(),
                position);
        return id;
    }

    /// @return false when it is not this version any more
    boolean change(UUID id, FieldDraft draft, int version) {
        return sql.update(
                        """
                        update lienzo.custom_field set label = ?, options = ?::text[], required = ?, default_value = ?,
                            in_portal = ?, version = version + 1
                        where id = ? and version = ? and removed_at is null
                        """,
                        draft.label(),
                        draft.options(),
                        draft.required(),
                        draft.defaultValue(),
                        draft.inPortal(),
                        id,
                        version)
                > 0;
    }

    void place(UUID id, int position) {
        sql.update("update lienzo.custom_field set position = ? where id = ?", position, id);
    }

    void remove(UUID id, Instant now) {
        sql.update("update lienzo.custom_field set removed_at = ? where id = ?", now, id);
    }

    void restore(UUID id) {
        sql.update("update lienzo.custom_field set removed_at = null where id = ?", id);
    }

    private static FieldView read(ResultSet row) throws SQLException {
        return new FieldView(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                FieldSubject.valueOf(row.getString(3)),
                row.getString(4),
                row.getString(5),
                FieldKind.valueOf(row.getString(6)),
                List.of((String[]) row.getArray(7).getArray()),
                row.getBoolean(8),
                row.getString(9),
                row.getBoolean(10),
                row.getInt(11),
                row.getInt(12));
    }
}
