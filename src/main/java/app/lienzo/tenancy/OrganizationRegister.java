package app.lienzo.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// All organizations, for operators to look through; the platform itself is none of them.
@ApplicationScoped
public class OrganizationRegister {
    private static final String COLUMNS =
            "o.id, o.slug, o.name, o.plan, o.language, o.vocabulary, o.state, o.version, o.created_at, o.suspended_at,"
                    + " o.time_zone";

    private final TenantSql sql;

    OrganizationRegister(TenantSql sql) {
        this.sql = sql;
    }

    /// What is looked for.
    ///
    /// @param text in name, slug or one of its hosts; null for any
    /// @param after slug of the last one of the page before; null for the first page
    public record Query(
            @Nullable String text,
            @Nullable Plan plan,
            @Nullable OrganizationState state,
            @Nullable String after,
            int limit) {}

    /// How many there are.
    ///
    /// @param lately founded within the last seven days
    public record Count(long all, long suspended, long lately) {}

    /// A page of them, by slug.
    public List<OrganizationRecord> search(Query query) {
        var text = query.text() == null ? null : "%" + escaped(query.text()) + "%";
        return sql.list(
                """
                select %s from platform.organization o where o.id <> 'platform'
                and (?::text is null or o.name ilike ? or o.slug ilike ? or exists (
                    select 1 from platform.site s where s.organization_id = o.id and s.host ilike ?))
                and (?::text is null or o.plan = ?) and (?::text is null or o.state = ?)
                and (?::text is null or o.slug > ?) order by o.slug limit ?
                """.formatted(COLUMNS),
                OrganizationRegister::read,
                text,
                text,
                text,
                text,
                query.plan(),
                query.plan(),
                query.state(),
                query.state(),
                query.after(),
                query.after(),
                query.limit());
    }

    public Optional<OrganizationRecord> find(String id) {
        return sql.first(
                "select %s from platform.organization o where o.id = ? and o.id <> 'platform'".formatted(COLUMNS),
                OrganizationRegister::read,
                id);
    }

    /// Whether nobody has a slug.
    public boolean free(String slug) {
        return sql.first("select true from platform.organization where slug = ?", row -> row.getBoolean(1), slug)
                .isEmpty();
    }

    public Count count() {
        return sql.first("""
                        select count(*), count(*) filter (where state = 'SUSPENDED'),
                            count(*) filter (where created_at > now() - interval '7 days')
                        from platform.organization where id <> 'platform'
                        """, row -> new Count(row.getLong(1), row.getLong(2), row.getLong(3)))
                .orElseThrow();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static OrganizationRecord read(ResultSet row) throws SQLException {
        var suspendedAt = row.getTimestamp(10);
        return new OrganizationRecord(
                new OrganizationView(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        Plan.valueOf(row.getString(4)),
                        row.getString(5),
                        Vocabulary.valueOf(row.getString(6)),
                        row.getString(11)),
                OrganizationState.valueOf(row.getString(7)),
                row.getInt(8),
                row.getTimestamp(9).toInstant(),
                suspendedAt == null ? null : suspendedAt.toInstant());
    }
}
