package app.lienzo.companies;

import app.lienzo.fields.FieldJson;
import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.DatabaseFailed;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rows of `lienzo.company`, each with its domains.
@ApplicationScoped
class Companies {
    private static final String SELECT = """
            select c.id, c.space_id, c.name, c.description, c.notes, c.support_plan_id, c.health, c.tier, c.renewal_on,
                c.industry, c.fields, c.created_at, c.changed_at, c.removed_at, c.version,
                array(select d.domain from lienzo.company_domain d where d.tenant_id = c.tenant_id and d.company_id = c.id
                    order by d.position)
            from lienzo.company c
            """;

    /// Each word stands in the name, or in a domain, or is nearly a word of the name.
    private static final String WORD = """
             and (c.look like '%' || platform.plain(?) || '%'
                or platform.word_similarity(platform.plain(?), c.look) > 0.55
                or exists (select 1 from lienzo.company_domain d where d.tenant_id = c.tenant_id and d.company_id = c.id
                    and d.domain like '%' || lower(?) || '%'))
            """;

    private static final int WORDS_MAX = 6;

    private final TenantSql sql;

    Companies(TenantSql sql) {
        this.sql = sql;
    }

    Optional<CompanyView> find(UUID id) {
        return sql.first(SELECT + " where c.id = ?", Companies::read, id);
    }

    /// For changing it: nobody else does until then.
    Optional<CompanyView> locked(UUID id) {
        return sql.first(SELECT + " where c.id = ? for update of c", Companies::read, id);
    }

    Optional<CompanyView> named(UUID space, String name) {
        return sql.first(
                SELECT + " where c.space_id = ? and c.name_key = lower(?) and c.removed_at is null",
                Companies::read,
                space,
                name);
    }

    /// What was made with a key.
    ///
    /// @param hash of what was said then
    record Earlier(UUID company, byte[] hash) {}

    Optional<Earlier> madeWith(String key) {
        return sql.first(
                "select id, made_hash from lienzo.company where made_key = ?",
                row -> new Earlier(row.getObject(1, UUID.class), row.getBytes(2)),
                key);
    }

    List<CompanyView> all(Collection<UUID> ids) {
        if (ids.isEmpty()) return List.of();
        return sql.list(SELECT + " where c.id = any(?::uuid[])", Companies::read, List.copyOf(ids));
    }

    /// By name.
    List<CompanyView> list(CompanyQuery query) {
        if (query.spaces().isEmpty()) return List.of();
        var where = new StringBuilder(SELECT).append(" where c.removed_at is null and c.space_id = any(?::uuid[])");
        var values = new ArrayList<@Nullable Object>();
        values.add(List.copyOf(query.spaces()));
        for (var word : words(query.text())) {
            where.append(WORD);
            values.addAll(List.of(liked(word), word, liked(word)));
        }
        add(where, values, " and c.support_plan_id = ?", query.supportPlan());
        add(where, values, " and c.health = ?", query.health());
        add(where, values, " and c.tier = ?", query.tier());
        add(where, values, " and c.industry = ?", query.industry());
        add(
                where,
                values,
                " and (c.look, c.id) > (select l.look, l.id from lienzo.company l where l.id = ?)",
                query.after());
        where.append(" order by c.look, c.id limit ").append(query.limit());
        return sql.list(where.toString(), Companies::read, values.toArray());
    }

    /// The best first: what begins with the text, then what has it, then what is like it.
    List<CompanyView> suggest(UUID space, String text, int limit) {
        return sql.list(SELECT + """
                         cross join (select platform.plain(?) as typed, platform.plain(?) as wanted) q
                        where c.space_id = ? and c.removed_at is null and (q.typed = ''
                            or c.look like '%' || q.wanted || '%' or platform.word_similarity(q.typed, c.look) > 0.55
                            or exists (select 1 from lienzo.company_domain d where d.tenant_id = c.tenant_id
                                and d.company_id = c.id and d.domain like q.wanted || '%'))
                        order by c.look like q.wanted || '%' desc, c.look like '%' || q.wanted || '%' desc,
                            platform.word_similarity(q.typed, c.look) desc, c.look, c.id
                        limit ?
                        """, Companies::read, text, liked(text), space, limit);
    }

    long count(UUID space) {
        return sql.first("select count(*) from lienzo.company where space_id = ?", row -> row.getLong(1), space)
                .orElse(0L);
    }

    long withPlan(UUID supportPlan) {
        return sql.first(
                        "select count(*) from lienzo.company where support_plan_id = ? and removed_at is null",
                        row -> row.getLong(1),
                        supportPlan)
                .orElse(0L);
    }

    /// @throws Refused `company-name-taken`
    void add(CompanyView company, @Nullable Made made) {
        unique(
                company,
                () -> sql.update(
                        """
                insert into lienzo.company (tenant_id, id, space_id, name, description, notes, support_plan_id, health, tier,
                    renewal_on, industry, fields, made_key, made_hash, created_at, changed_at)
                values (current_setting('lienzo.tenant'), ?, ?, ?, ?, ?, ?::uuid, ?, ?, ?::date, ?, ?::jsonb, ?::text, ?::bytea, ?, ?)
                """,
                        company.id(),
                        company.space(),
                        company.name(),
                        company.description(),
                        company.notes(),
                        company.supportPlan(),
                        company.health(),
                        company.tier(),
                        company.renewalOn(),
                        company.industry(),
                        FieldJson.written(company.fields()),
                        made == null ? null : made.key(),
                        made == null ? null : made.hash(),
                        company.createdAt(),
                        company.changedAt()));
        claim(company);
    }

    /// @throws Refused `company-name-taken`
    void change(CompanyView company) {
        unique(
                company,
                () -> sql.update(
                        """
                update lienzo.company set name = ?, description = ?, notes = ?, support_plan_id = ?::uuid, health = ?, tier = ?,
                    renewal_on = ?::date, industry = ?, fields = ?::jsonb, changed_at = ?, version = version + 1
                where id = ?
                """,
                        company.name(),
                        company.description(),
                        company.notes(),
                        company.supportPlan(),
                        company.health(),
                        company.tier(),
                        company.renewalOn(),
                        company.industry(),
                        FieldJson.written(company.fields()),
                        company.changedAt(),
                        company.id()));
        sql.update(
                "delete from lienzo.company_domain where company_id = ? and not domain = any(?::text[])",
                company.id(),
                company.domains());
        claim(company);
    }

    void remove(UUID id, Instant now) {
        sql.update("update lienzo.company set removed_at = ?, version = version + 1 where id = ?", now, id);
    }

    /// @throws Refused `company-name-taken`
    void restore(CompanyView company) {
        unique(
                company,
                () -> sql.update(
                        "update lienzo.company set removed_at = null, version = version + 1 where id = ?",
                        company.id()));
    }

    /// Which company of a space has one of these domains, the longest first.
    Optional<UUID> withDomain(UUID space, List<String> domains) {
        return sql.first("""
                select d.company_id from lienzo.company_domain d
                join lienzo.company c on c.tenant_id = d.tenant_id and c.id = d.company_id and c.removed_at is null
                where d.space_id = ? and d.domain = any(?::text[]) order by length(d.domain) desc limit 1
                """, row -> row.getObject(1, UUID.class), space, domains);
    }

    /// Domains of a company that was taken away are free for who wants them.
    ///
    /// @throws Refused `company-domain-taken` with the domain and the name of the company that has it
    private void claim(CompanyView company) {
        for (int i = 0; i < company.domains().size(); i++) {
            var domain = company.domains().get(i);
            int claimed = sql.update("""
                    insert into lienzo.company_domain as d (tenant_id, space_id, domain, company_id, position)
                    values (current_setting('lienzo.tenant'), ?, ?, ?, ?)
                    on conflict (tenant_id, space_id, domain) do update set
                        company_id = excluded.company_id, position = excluded.position
                    where d.company_id = excluded.company_id or exists (
                        select 1 from lienzo.company c where c.tenant_id = d.tenant_id and c.id = d.company_id
                            and c.removed_at is not null)
                    """, company.space(), domain, company.id(), i);
            if (claimed == 0) throw Refused.conflict("company-domain-taken", domain, holder(company.space(), domain));
        }
    }

    private String holder(UUID space, String domain) {
        return withDomain(space, List.of(domain))
                .flatMap(this::find)
                .map(CompanyView::name)
                .orElse("");
    }

    private interface Change {
        int run();
    }

    private static void unique(CompanyView company, Change change) {
        try {
            change.run();
        } catch (DatabaseFailed failed) {
            if (failed.duplicate()) throw Refused.conflict("company-name-taken", company.name());
            throw failed;
        }
    }

    private static void add(
            StringBuilder where, List<@Nullable Object> values, String condition, @Nullable Object value) {
        if (value == null) return;
        where.append(condition);
        values.add(value);
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(WORDS_MAX)
                .toList();
    }

    /// What `like` would take for any letter stands for itself.
    private static String liked(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static CompanyView read(ResultSet row) throws SQLException {
        return new CompanyView(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                List.of((String[]) row.getArray(16).getArray()),
                row.getObject(6, UUID.class),
                row.getString(7),
                row.getString(8),
                row.getObject(9, LocalDate.class),
                row.getString(10),
                FieldJson.read(row.getString(11)),
                row.getTimestamp(12).toInstant(),
                row.getTimestamp(13).toInstant(),
                instant(row.getTimestamp(14)),
                row.getInt(15));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
