package app.lienzo.views;

import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Saved views as rows.
@ApplicationScoped
class SavedViews {
    private static final String COLUMNS =
            "id, subject, name, query, array_to_string(columns, ','), space_id, owner_id, version";
    /// One's own, and what is shared in the spaces where one works.
    private static final String SEEN = "(owner_id = ? and space_id is null or space_id = any(?))";

    private final TenantSql sql;

    SavedViews(TenantSql sql) {
        this.sql = sql;
    }

    List<SavedView> of(UUID member, Collection<UUID> spaces, ViewSubject subject) {
        return sql.list(
                "select " + COLUMNS + " from lienzo.saved_view where " + SEEN
                        + " and subject = ? and removed_at is null order by space_id is null, lower(name), id",
                SavedViews::read,
                member,
                spaces,
                subject);
    }

    Optional<SavedView> find(UUID member, Collection<UUID> spaces, UUID id, boolean removed) {
        return sql.first(
                "select " + COLUMNS + " from lienzo.saved_view where " + SEEN + " and id = ? and removed_at is "
                        + (removed ? "not null" : "null"),
                SavedViews::read,
                member,
                spaces,
                id);
    }

    boolean named(ViewSubject subject, UUID owner, ViewDetails details, @Nullable UUID but) {
        return sql.first(
                        "select true from lienzo.saved_view where removed_at is null and subject = ? and lower(name) = lower(?)"
                                + " and id is distinct from ?::uuid and "
                                + (details.space() == null ? "space_id is null and owner_id = ?" : "space_id = ?"),
                        row -> true,
                        subject,
                        details.name(),
                        but,
                        details.space() == null ? owner : details.space())
                .isPresent();
    }

    int count(ViewSubject subject, UUID owner, @Nullable UUID space) {
        return sql.first(
                        "select count(*) from lienzo.saved_view where removed_at is null and subject = ? and "
                                + (space == null ? "space_id is null and owner_id = ?" : "space_id = ?"),
                        row -> row.getInt(1),
                        subject,
                        space == null ? owner : space)
                .orElse(0);
    }

    SavedView add(ViewSubject subject, UUID owner, ViewDetails details, Instant now) {
        var id = Ids.next();
        sql.update(
                """
                insert into lienzo.saved_view (tenant_id, id, subject, name, query, columns, owner_id, space_id, created_at, changed_at)
                values (current_setting('lienzo.tenant'), ?, ?, ?, ?, string_to_array(?, ','), ?, ?::uuid, ?, ?)
                """,
                id,
                subject,
                details.name(),
                details.query(),
                String.join(",", details.columns()),
                owner,
                details.space(),
                now,
                now);
        return view(id, subject, owner, details, 0);
    }

    /// @throws Refused `view-changed` when it is not at that version any more
    SavedView change(SavedView before, ViewDetails details, int version, Instant now) {
        int touched = sql.update(
                """
                update lienzo.saved_view set name = ?, query = ?, columns = string_to_array(?, ','), space_id = ?::uuid,
                  changed_at = ?, version = version + 1
                where id = ? and version = ? and removed_at is null
                """,
                details.name(),
                details.query(),
                String.join(",", details.columns()),
                details.space(),
                now,
                before.id(),
                version);
        if (touched == 0) throw Refused.conflict("view-changed");
        return view(before.id(), before.subject(), before.owner(), details, version + 1);
    }

    void remove(UUID id, Instant now) {
        sql.update("update lienzo.saved_view set removed_at = ?, version = version + 1 where id = ?", now, id);
    }

    void restore(UUID id) {
        sql.update("update lienzo.saved_view set removed_at = null, version = version + 1 where id = ?", id);
    }

    void forget(Instant removedBefore) {
        sql.update("delete from lienzo.saved_view where removed_at < ?", removedBefore);
    }

    private static SavedView view(UUID id, ViewSubject subject, UUID owner, ViewDetails kept, int version) {
        return new SavedView(
                id,
                subject,
                kept.name(),
                kept.query(),
                kept.columns(),
                kept.space() != null,
                kept.space(),
                owner,
                version);
    }

    private static SavedView read(ResultSet row) throws SQLException {
        var space = row.getObject(6, UUID.class);
        return new SavedView(
                row.getObject(1, UUID.class),
                ViewSubject.valueOf(row.getString(2)),
                row.getString(3),
                row.getString(4),
                Arrays.stream(row.getString(5).split(","))
                        .filter(column -> !column.isEmpty())
                        .toList(),
                space != null,
                space,
                row.getObject(7, UUID.class),
                row.getInt(8));
    }
}
