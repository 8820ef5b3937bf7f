package app.lienzo.search;

import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;

/// Makes documents of what is there now, and takes away those of what is gone. Doing it twice does no harm.
@ApplicationScoped
class Sources {
    /// What the parser of words would take for markup, or for a part of a word.
    private static final String NOISE = "'<>&¿¡«»', '       '";

    private static final String STORE = """
            , gone as (
                delete from lienzo.search_document d where d.kind = '%1$s' and d.id = any(?)
                  and not exists (select from source s where s.id = d.id)
            )
            insert into lienzo.search_document as d
                (tenant_id, kind, id, space_id, holder_id, number, title, detail, body, names, language, words, changed_at, rests_until)
            select current_setting('lienzo.tenant'), '%1$s', s.id, s.space_id, s.holder_id, s.number, s.title, s.detail, s.body,
                   nullif(left(lower(platform.unaccent('platform.unaccent', s.names)), 400), ''), s.language,
                   setweight(to_tsvector(('platform.words_' || s.language)::regconfig, w.title), 'A')
                   || setweight(to_tsvector(('platform.stems_' || s.language)::regconfig, w.title), 'A')
                   || setweight(to_tsvector(('platform.words_' || s.language)::regconfig, w.around), 'B')
                   || setweight(to_tsvector(('platform.words_' || s.language)::regconfig, w.body), 'D')
                   || setweight(to_tsvector(('platform.stems_' || s.language)::regconfig, w.body), 'D'),
                   s.changed_at, clock_timestamp() + make_interval(secs => length(s.body) * ?)
            from source s cross join lateral (
                select translate(s.title, %2$s) as title, translate(s.detail || ' ' || s.tags, %2$s) as around,
                       translate(s.body, %2$s) as body) w
            on conflict (tenant_id, kind, id) do update set
                space_id = excluded.space_id, holder_id = excluded.holder_id, number = excluded.number, title = excluded.title,
                detail = excluded.detail, body = excluded.body, names = excluded.names, language = excluded.language,
                words = excluded.words, changed_at = excluded.changed_at, rests_until = excluded.rests_until
            """;
    /// What he reads, or what is spoken in the space, or in the organization.
    private static final String LANGUAGE = """
            coalesce(case when k.language in ('es', 'en', 'pt') then k.language end, s.language, g.language) as language
            """;
    private static final String PLACE = """
            join lienzo.space s on s.id = x.space_id
            join platform.organization g on g.id = current_setting('lienzo.tenant')
            """;
    /// Sanitised HTML as its reader sees it.
    private static final String PLAIN = """
            replace(replace(replace(replace(replace(regexp_replace(e.body, '<[^>]*>', ' ', 'g'),
                '&lt;', '<'), '&gt;', '>'), '&nbsp;', ' '), '&#39;', ''''), '&amp;', '&')
            """;

    private static final String TICKETS = """
            with source as (
                select x.id, x.space_id, null::uuid as holder_id, x.number, x.subject as title,
                       concat_ws(' · ', nullif(k.name, ''), nullif(k.email, ''), o.name) as detail,
                       concat_ws(' ', array_to_string(x.tags, ' '), (select string_agg(f.value, ' ') from jsonb_each_text(x.fields) f)) as tags,
                       left(coalesce((select string_agg(regexp_replace(p.text, '\\s+', ' ', 'g'), ' … ' order by p.seq desc)
                           from (select e.seq, %s as text from lienzo.ticket_entry e
                                 where e.ticket_id = x.id and e.kind <> 'CHANGE' order by e.seq desc limit 100) p), ''), ?) as body,
                       '' as names, x.changed_at, %s
                from lienzo.ticket x %s
                join lienzo.contact k on k.id = x.requester_id
                left join lienzo.company o on o.id = x.company_id
                where x.id = any(?)
            )
            """.formatted(PLAIN, LANGUAGE, PLACE);
    private static final String CONVERSATIONS = """
            with source as (
                select x.id, x.space_id, case x.state when 'IN_PROGRESS' then x.holder_id end as holder_id, x.number, k.name as title,
                       k.email as detail, '' as tags,
                       left(coalesce((select string_agg(regexp_replace(p.body, '\\s+', ' ', 'g'), ' … ' order by p.seq desc)
                           from (select m.seq, m.body from lienzo.message m
                                 where m.conversation_id = x.id and m.kind <> 'SYSTEM' order by m.seq desc limit 100) p), ''), ?) as body,
                       '' as names, x.changed_at, %s
                from lienzo.conversation x %s
                join lienzo.contact k on k.id = x.contact_id
                where x.id = any(?)
            )
            """.formatted(LANGUAGE, PLACE);
    private static final String CONTACTS = """
            with source as (
                select x.id, x.space_id, null::uuid as holder_id, null::bigint as number, coalesce(nullif(x.name, ''), x.email) as title,
                       concat_ws(' · ', nullif(x.email, ''), nullif(x.title, ''), c.names, p.numbers) as detail,
                       concat_ws(' ', e.addresses, array_to_string(x.tags, ' '),
                           (select string_agg(f.value, ' ') from jsonb_each_text(x.fields) f)) as tags,
                       left(x.notes, ?) as body, concat_ws(' ', x.name, x.email, e.addresses, p.numbers, c.names) as names,
                       coalesce(x.changed_at, x.created_at) as changed_at, %s
                from lienzo.contact x join lienzo.contact k on k.id = x.id %s
                left join lateral (select string_agg(a.address, ' ' order by a.position) as addresses from lienzo.contact_email a
                                   where a.contact_id = x.id and a.address <> x.email) e on true
                left join lateral (select string_agg(a.number, ' ' order by a.position) as numbers from lienzo.contact_phone a
                                   where a.contact_id = x.id) p on true
                left join lateral (select string_agg(o.name, ', ') as names from lienzo.contact_company a
                                   join lienzo.company o on o.id = a.company_id and o.removed_at is null
                                   where a.contact_id = x.id) c on true
                where x.id = any(?) and x.removed_at is null and (x.name <> '' or x.email <> '')
            )
            """.formatted(LANGUAGE, PLACE);
    private static final String COMPANIES = """
            with source as (
                select x.id, x.space_id, null::uuid as holder_id, null::bigint as number, x.name as title, coalesce(m.domains, '') as detail,
                       concat_ws(' ', x.industry, (select string_agg(f.value, ' ') from jsonb_each_text(x.fields) f)) as tags,
                       left(concat_ws(' … ', nullif(x.description, ''), nullif(x.notes, '')), ?) as body,
                       concat_ws(' ', x.name, m.domains) as names, x.changed_at, coalesce(s.language, g.language) as language
                from lienzo.company x %s
                left join lateral (select string_agg(a.domain, ' ') as domains from lienzo.company_domain a where a.company_id = x.id) m on true
                where x.id = any(?) and x.removed_at is null
            )
            """.formatted(PLACE);

    private final TenantSql sql;
    private final SearchConfig config;

    Sources(TenantSql sql, SearchConfig config) {
        this.sql = sql;
        this.config = config;
    }

    void index(HitKind kind, Collection<UUID> ids) {
        if (ids.isEmpty()) return;
        var source = switch (kind) {
            case TICKET -> TICKETS;
            case CONVERSATION -> CONVERSATIONS;
            case CONTACT -> CONTACTS;
            case COMPANY -> COMPANIES;
        };
        double rest = config.restPerCharacter().toNanos() / 1e9;
        sql.update(source + STORE.formatted(kind.name(), NOISE), config.bodyMax(), ids, ids, rest);
    }
}
