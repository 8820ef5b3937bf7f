package app.lienzo.whitelabel;

import app.lienzo.branding.BrandDraft;
import app.lienzo.kernel.Ids;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/// The row of `lienzo.brand_draft`, at most one per organization.
@ApplicationScoped
class Drafts {
    private final TenantSql sql;
    private final StoredBrands stored;

    Drafts(TenantSql sql, StoredBrands stored) {
        this.sql = sql;
        this.stored = stored;
    }

    record Row(UUID revision, BrandDraft brand, String changedBy, Instant changedAt, boolean discarded) {}

    Optional<Row> find() {
        return sql.first(
                "select revision, content, changed_by, changed_at, discarded_at from lienzo.brand_draft", this::row);
    }

    /// What the next draft will be written over; it stays that until then.
    Optional<BrandDraft> discarded() {
        return sql.first(
                "select content from lienzo.brand_draft where discarded_at is not null for update",
                row -> stored.read(row.getString("content")));
    }

    /// Begins a draft, over one that was thrown away if there is one.
    ///
    /// @return false when somebody else began one in the meantime
    boolean begin(BrandDraft brand, String by, Instant at) {
        return sql.update("""
                        insert into lienzo.brand_draft (tenant_id, revision, content, changed_by, changed_at)
                        values (current_setting('lienzo.tenant'), ?, ?::jsonb, ?, ?)
                        on conflict (tenant_id) do update set
                            revision = excluded.revision, content = excluded.content, changed_by = excluded.changed_by,
                            changed_at = excluded.changed_at, discarded_at = null
                        where brand_draft.discarded_at is not null
                        """, Ids.next(), stored.written(brand), by, at) > 0;
    }

    /// @return false when it is not this revision any more
    boolean change(UUID revision, BrandDraft brand, String by, Instant at) {
        return sql.update("""
                        update lienzo.brand_draft set revision = ?, content = ?::jsonb, changed_by = ?, changed_at = ?
                        where revision = ? and discarded_at is null
                        """, Ids.next(), stored.written(brand), by, at, revision) > 0;
    }

    /// @return false when it is not this revision any more
    boolean discard(UUID revision, Instant at) {
        return sql.update(
                        "update lienzo.brand_draft set discarded_at = ? where revision = ? and discarded_at is null",
                        at,
                        revision)
                > 0;
    }

    /// @return false when there is nothing to be had back
    boolean recover() {
        return sql.update("""
                update lienzo.brand_draft set discarded_at = null, revision = uuidv7() where discarded_at is not null
                """) > 0;
    }

    /// @return false when it is not this revision any more
    boolean remove(UUID revision) {
        return sql.update("delete from lienzo.brand_draft where revision = ? and discarded_at is null", revision) > 0;
    }

    private Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("revision", UUID.class),
                stored.read(row.getString("content")),
                row.getString("changed_by"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getObject("discarded_at") != null);
    }
}
