package app.lienzo.search;

import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Reads the index.
@ApplicationScoped
class Documents {
    /// What the index holds is a moment old: whether a thing is still there, where, and who holds it is asked of the
    /// thing itself, under row security.
    private static final String FIND = """
            select d.kind, d.id, d.space_id, d.number, coalesce(t.subject, nullif(k.name, ''), o.name, d.title), d.detail,
                   case when ? then d.body else '' end, coalesce(t.changed_at, c.changed_at, d.changed_at)
            from lienzo.find_documents(string_to_array(?, ' '), ?, ?::bigint, ?, string_to_array(?, ','), ?, ?, ?, ?, ?, ?) f
            join lienzo.search_document d on d.kind = f.kind and d.id = f.id
            left join lienzo.ticket t on d.kind = 'TICKET' and t.id = d.id and t.space_id = any(?)
            left join lienzo.conversation c on d.kind = 'CONVERSATION' and c.id = d.id and c.space_id = any(?)
                and (c.state <> 'IN_PROGRESS' or c.holder_id = ? or c.space_id = any(?))
            left join lienzo.contact k on d.kind = 'CONTACT' and k.id = d.id and k.removed_at is null and k.space_id = any(?)
            left join lienzo.company o on d.kind = 'COMPANY' and o.id = d.id and o.removed_at is null and o.space_id = any(?)
            where coalesce(t.id, c.id, k.id, o.id) is not null
            order by f.score desc, d.changed_at desc limit ?
            """;

    private final TenantSql sql;

    Documents(TenantSql sql) {
        this.sql = sql;
    }

    /// A row of the index that the member may see.
    record Found(
            HitKind kind,
            UUID id,
            UUID space,
            long number,
            String title,
            String detail,
            String body,
            Instant changedAt) {}

    List<Found> find(Wanted wanted, String language, SearchQuery query, SearchService.Reach reach) {
        var number = wanted.number();
        return sql.list(
                FIND,
                Documents::read,
                query.excerpts(),
                String.join(" ", wanted.words()),
                wanted.name(),
                number.isPresent() ? number.getAsLong() : null,
                language,
                String.join(",", query.kinds().stream().map(Enum::name).sorted().toList()),
                reach.tickets(),
                reach.conversations(),
                reach.contacts(),
                reach.overseen(),
                reach.member(),
                query.limit() * 2,
                reach.tickets(),
                reach.conversations(),
                reach.member(),
                reach.overseen(),
                reach.contacts(),
                reach.contacts(),
                query.limit());
    }

    private static Found read(ResultSet row) throws SQLException {
        return new Found(
                HitKind.valueOf(row.getString(1)),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getLong(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getTimestamp(8).toInstant());
    }
}
