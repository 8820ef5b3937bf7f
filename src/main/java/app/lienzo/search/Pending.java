package app.lienzo.search;

import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// What waits to be indexed: the queue that triggers fill, and the part of the event log that nobody looked at yet.
@ApplicationScoped
class Pending {
    private static final int ORGANIZATIONS_MAX = 50;

    private final TenantSql sql;
    private final SearchConfig config;

    Pending(TenantSql sql, SearchConfig config) {
        this.sql = sql;
        this.config = config;
    }

    /// Things by kind; `read` says how many rows they come from.
    record Things(Map<HitKind, Set<UUID>> ids, int read) {}

    /// Those with something in the queue. Asked outside of any organization.
    List<String> organizations() {
        return sql.list(
                "select distinct organization_id from (select organization_id from platform.search_pending order by n limit 2000) p limit "
                        + ORGANIZATIONS_MAX,
                row -> row.getString(1));
    }

    /// Only one replica at a time indexes an organization, so that what was read later is not overwritten by what was
    /// read before. Held until the transaction ends.
    boolean mine() {
        return sql.first(
                        "select pg_try_advisory_xact_lock(hashtext('search ' || current_setting('lienzo.tenant')))",
                        row -> row.getBoolean(1))
                .orElse(false);
    }

    /// Takes the next part of the queue.
    Things queued() {
        return read("""
                delete from platform.search_pending where n in (
                    select n from platform.search_pending where organization_id = current_setting('lienzo.tenant')
                    order by n limit %d for update skip locked)
                returning kind, thing_id
                """.formatted(config.batchMax()));
    }

    /// Conversations that were written in or changed hands since the last look. Whom one talks to may have said his
    /// name. The place is asked for in inner queries: joined, it would be compared with the whole log.
    Things said() {
        var things = read("""
                with next as (
                    select e.xid, e.id, e.conversation_id, e.kind from lienzo.event e
                    where (e.xid, e.id) > ((select xid from lienzo.search_place), (select event_id from lienzo.search_place))
                      and e.xid < pg_snapshot_xmin(pg_current_snapshot())
                    order by e.xid, e.id limit %d),
                moved as (
                    update lienzo.search_place set (xid, event_id) = (select n.xid, n.id from next n order by n.xid desc, n.id desc limit 1)
                    where exists (select from next)),
                talks as (select distinct conversation_id as id from next where kind in ('message', 'note', 'state') and conversation_id is not null)
                select 'CONVERSATION', id from talks
                union all select 'CONTACT', c.contact_id from talks t join lienzo.conversation c on c.id = t.id
                union all select 'NONE', null from next
                """.formatted(config.batchMax()));
        return things;
    }

    /// An organization that nobody has indexed yet: everything that is there is queued, and from here on the log tells.
    boolean begin() {
        if (sql.first("select true from lienzo.search_place", row -> true).isPresent()) return false;
        sql.update("""
                insert into lienzo.search_place (tenant_id, xid, event_id)
                values (current_setting('lienzo.tenant'), pg_snapshot_xmin(pg_current_snapshot()), 0)
                """);
        sql.update("""
                insert into platform.search_pending (organization_id, kind, thing_id)
                select current_setting('lienzo.tenant'), kind, id from (
                    select 'TICKET' as kind, id from lienzo.ticket union all select 'CONVERSATION', id from lienzo.conversation
                    union all select 'CONTACT', id from lienzo.contact union all select 'COMPANY', id from lienzo.company) t
                """);
        return true;
    }

    /// Conversations that changed while nobody looked for longer than the log keeps events.
    void catchUp() {
        sql.update("""
                insert into platform.search_pending (organization_id, kind, thing_id)
                select current_setting('lienzo.tenant'), 'CONVERSATION', c.id from lienzo.conversation c
                left join lienzo.search_document d on d.kind = 'CONVERSATION' and d.id = c.id
                where d.id is null or c.changed_at > d.changed_at + interval '1 minute'
                order by c.changed_at desc limit 5000
                """);
    }

    private Things read(String query) {
        var ids = new EnumMap<HitKind, Set<UUID>>(HitKind.class);
        var rows = sql.list(query, row -> {
            var id = row.getObject(2, UUID.class);
            if (id != null)
                ids.computeIfAbsent(HitKind.valueOf(row.getString(1)), _ -> new LinkedHashSet<>())
                        .add(id);
            return 1;
        });
        return new Things(ids, rows.size());
    }
}
