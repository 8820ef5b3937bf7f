package app.lienzo.files;

import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rows of `lienzo.file`. Plain SQL, so that bytes are read only where somebody asked for them.
@ApplicationScoped
class StoredFiles {
    private final TenantSql sql;

    StoredFiles(TenantSql sql) {
        this.sql = sql;
    }

    void add(FileView file, byte[] content, byte @Nullable [] preview) {
        sql.update(
                """
                insert into lienzo.file
                    (tenant_id, id, name, media_type, bytes, width, height, content, preview, created_at)
                values (current_setting('lienzo.tenant'), ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                file.id(),
                file.name(),
                file.mediaType(),
                file.bytes(),
                file.width(),
                file.height(),
                content,
                preview,
                file.createdAt());
    }

    Optional<FileView> find(UUID id) {
        return sql.first("""
                select id, name, media_type, bytes, width, height, preview is not null as previewed, created_at
                from lienzo.file where id = ?
                """, StoredFiles::view, id);
    }

    Optional<byte[]> content(UUID id) {
        return sql.first("select content from lienzo.file where id = ?", row -> row.getBytes(1), id);
    }

    Optional<byte[]> preview(UUID id) {
        return sql.first(
                "select preview from lienzo.file where id = ? and preview is not null", row -> row.getBytes(1), id);
    }

    void remove(UUID id) {
        sql.update("delete from lienzo.file where id = ?", id);
    }

    private static FileView view(ResultSet row) throws SQLException {
        return new FileView(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("media_type"),
                row.getInt("bytes"),
                row.getObject("width", Integer.class),
                row.getObject("height", Integer.class),
                row.getBoolean("previewed"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
