package app.lienzo.search;

import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What waits to be indexed: a queue that triggers fill, and into which comes what the event log says of conversations.
/// A thing may stand in it any number of times; it is taken once.
@ApplicationScoped
class Pending {
    /// Events after which a conversation is found by other words, or by somebody else.
    private static final Set<String> WORDS = Set.of("message", "note", "state");

    /// The one after which somebody else may find it.
    private static final String MOVED = "state";

    private final TenantSql sql;
    private final SearchConfig config;

    Pending(TenantSql sql, SearchConfig config) {
        this.sql = sql;
        this.config = config;
    }

    record Thing(HitKind kind, UUID id) {}

    /// A row of the event log.
    private record Said(long event, String kind, @Nullable UUID conversation) {
        boolean counts() {
            return conversation != null && WORDS.contains(kind);
        }

        boolean moved() {
            return conversation != null && kind.equals(MOVED);
        }
    }

    /// Those with something in the queue, from one to the next by its index. Asked outside of any organization.
    List<String> organizations() {
        return sql.list("""
                with recursive o as (
                    (select organization_id from platform.search_pending order by organization_id limit 1)
                    union all
                    select (select p.organization_id from platform.search_pending p where p.organization_id > o.organization_id
                            order by p.organization_id limit 1)
                    from o where o.organization_id is not null)
                select organization_id from o where organization_id is not null
                """, row -> row.getString(1));
    }

    /// Only one replica at a time indexes an organization, so that what was read later is not overwritten by what was
    /// read before. Held until the transaction ends.
    boolean mine() {
        return sql.first(
                        "select pg_try_advisory_xact_lock(hashtext('search ' || current_setting('lienzo.tenant')))",
                        row -> row.getBoolean(1))
                .orElse(false);
    }

    /// Takes things that do not rest: half of them those that wait longest, half those that came last, so that nobody
    /// who writes now waits for an import to be indexed.
    List<Thing> take(int most) {
        return sql.list(
                """
                with waiting as not materialized (
                    select w.n, w.kind, w.thing_id from platform.search_pending w
                    where w.organization_id = current_setting('lienzo.tenant') and not exists (
                        select from lienzo.search_document d
                        where d.kind = w.kind and d.id = w.thing_id and d.rests_until > clock_timestamp())),
                next as (
                    select kind, thing_id from (select kind, thing_id from waiting order by n limit ?) first
                    union
                    select kind, thing_id from (select kind, thing_id from waiting order by n desc limit ?) last),
                taken as (
                    delete from platform.search_pending p using next
                    where p.organization_id = current_setting('lienzo.tenant') and p.kind = next.kind and p.thing_id = next.thing_id)
                select kind, thing_id from next
                """,
                row -> new Thing(HitKind.valueOf(row.getString(1)), row.getObject(2, UUID.class)),
                most - most / 2,
                most / 2);
    }

    /// Takes one thing.
    void take(Thing thing) {
        sql.update(
                "delete from platform.search_pending where organization_id = current_setting('lienzo.tenant') and kind = ? and thing_id = ?",
                thing.kind(),
                thing.id());
    }

    /// Queues the conversations that were written in or changed hands since the last look, and whom they are with
    /// if he said another name; what waits already is not queued again. Whose they are now is written at once,
    /// because it decides who finds them.
    ///
    /// @return how many rows of the log were looked at
    int gather() {
        var next = sql.list(
                "select id, kind, conversation_id from lienzo.events_after((select event_id from lienzo.search_place), ?) where settled",
                row -> new Said(row.getLong(1), row.getString(2), row.getObject(3, UUID.class)),
                config.lookMax());
        if (next.isEmpty()) return 0;
        var talks = next.stream().filter(Said::counts).map(Said::conversation).collect(Collectors.toSet());
        var moved = next.stream().filter(Said::moved).map(Said::conversation).collect(Collectors.toSet());
        sql.update("""
                update lienzo.search_place set event_id = ?;
                update lienzo.search_document d set holder_id = case c.state when 'IN_PROGRESS' then c.holder_id end
                from lienzo.conversation c where d.kind = 'CONVERSATION' and d.id = any(?) and c.id = d.id
                  and d.holder_id is distinct from case c.state when 'IN_PROGRESS' then c.holder_id end;
                with talks as (select unnest(?::uuid[]) as id),
                people as (
                    select k.id from talks t join lienzo.conversation c on c.id = t.id join lienzo.contact k on k.id = c.contact_id
                    left join lienzo.search_document d on d.kind = 'CONTACT' and d.id = k.id
                    where (k.name <> '' or k.email <> '')
                      and (d.id is null or d.title <> coalesce(nullif(k.name, ''), k.email) or strpos(d.detail, k.email) = 0))
                insert into platform.search_pending (organization_id, kind, thing_id)
                select current_setting('lienzo.tenant'), t.kind, t.id
                from (select 'CONVERSATION' as kind, id from talks union select 'CONTACT', id from people) t
                where not exists (select from platform.search_pending p
                    where p.organization_id = current_setting('lienzo.tenant') and p.kind = t.kind and p.thing_id = t.id)
                """, next.getLast().event(), moved, talks);
        return next.size();
    }

    /// An organization that nobody has indexed yet: everything that is there is queued, and from here on the log tells.
    boolean begin() {
        if (sql.first("select true from lienzo.search_place", row -> true).isPresent()) return false;
        sql.update("""
                insert into lienzo.search_place (tenant_id, event_id)
                values (current_setting('lienzo.tenant'), lienzo.event_horizon(current_setting('lienzo.tenant')))
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
}
