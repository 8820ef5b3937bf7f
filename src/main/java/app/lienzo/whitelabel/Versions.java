package app.lienzo.whitelabel;

import app.lienzo.branding.BrandDraft;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// The rows of `lienzo.brand_version`, the newest first.
@ApplicationScoped
class Versions {
    private final TenantSql sql;
    private final StoredBrands stored;

    Versions(TenantSql sql, StoredBrands stored) {
        this.sql = sql;
        this.stored = stored;
    }

    List<VersionView> all() {
        return sql.list(
                """
                select number, content, published_by, published_at, number = max(number) over () as current
                from lienzo.brand_version order by number desc
                """,
                row -> new VersionView(
                        row.getInt("number"),
                        stored.read(row.getString("content")),
                        row.getString("published_by"),
                        row.getObject("published_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("current")));
    }

    /// The newest one's number; 0 when there is none.
    int newest() {
        return sql.first("select coalesce(max(number), 0) from lienzo.brand_version", row -> row.getInt(1))
                .orElse(0);
    }

    Optional<BrandDraft> find(int number) {
        return sql.first(
                "select content from lienzo.brand_version where number = ?",
                row -> stored.read(row.getString(1)),
                number);
    }

    /// Called while the brand's own row is locked by what publishes it, so that numbers do not meet.
    void add(BrandDraft brand, String by, Instant at) {
        sql.update("""
                insert into lienzo.brand_version (tenant_id, number, content, published_by, published_at)
                select current_setting('lienzo.tenant'), coalesce(max(number), 0) + 1, ?::jsonb, ?, ?
                from lienzo.brand_version
                """, stored.written(brand), by, at);
    }

    /// Forgets the oldest ones beyond this many.
    ///
    /// @return what they looked like
    List<BrandDraft> prune(int kept) {
        return sql.list("""
                delete from lienzo.brand_version
                where number <= (select max(number) from lienzo.brand_version) - ? returning content
                """, row -> stored.read(row.getString(1)), kept);
    }

    /// Whether a draft or a version shows this file.
    boolean shows(String file) {
        return sql.first("""
                        select 1 from (select content from lienzo.brand_draft
                                       union all select content from lienzo.brand_version) kept
                        where (content -> 'pictures')::text like '%' || ? || '%'
                        """, _ -> true, file).isPresent();
    }
}
