--liquibase formatted sql

--changeset lienzo:search-words splitStatements:false
-- Beside unaccent and pg_trgm; who made the index with it first, made it.
create extension if not exists btree_gin with schema platform;
do $$
declare
    tongue text[];
begin
    foreach tongue slice 1 in array array[['es', 'spanish'], ['en', 'english'], ['pt', 'portuguese']] loop
        -- Words by their stem, and as they are: the second for what is half typed.
        execute format('create text search dictionary platform.stem_%s (template = snowball, language = %I, stopwords = %I)', tongue[1], tongue[2], tongue[2]);
        execute format('create text search dictionary platform.plain_%s (template = simple, stopwords = %I)', tongue[1], tongue[2]);
        execute format('create text search configuration platform.stems_%s (copy = pg_catalog.simple)', tongue[1]);
        execute format('create text search configuration platform.words_%s (copy = pg_catalog.simple)', tongue[1]);
        execute format('alter text search configuration platform.stems_%s alter mapping for asciiword, asciihword, hword_asciipart, word, hword, hword_part with platform.unaccent, platform.stem_%s', tongue[1], tongue[1]);
        execute format('alter text search configuration platform.words_%s alter mapping for asciiword, asciihword, hword_asciipart, word, hword, hword_part with platform.unaccent, platform.plain_%s', tongue[1], tongue[1]);
    end loop;
end
$$;
--rollback drop text search configuration platform.words_es, platform.words_en, platform.words_pt, platform.stems_es, platform.stems_en, platform.stems_pt; drop text search dictionary platform.plain_es, platform.plain_en, platform.plain_pt, platform.stem_es, platform.stem_en, platform.stem_pt;

--changeset lienzo:search-document
create table lienzo.search_document (
    tenant_id   text not null,
    kind        text not null check (kind in ('TICKET', 'CONVERSATION', 'CONTACT', 'COMPANY')),
    id          uuid not null,
    space_id    uuid not null,
    holder_id   uuid,
    number      bigint,
    title       text not null,
    detail      text not null default '',
    body        text not null default '',
    names       text,
    language    text not null check (language in ('es', 'en', 'pt')),
    words       tsvector not null,
    changed_at  timestamptz not null,
    primary key (tenant_id, kind, id),
    foreign key (tenant_id, space_id) references lienzo.space on delete cascade
);
comment on table lienzo.search_document is 'What can be found, as it was a moment ago. It grants nothing: whoever shows a hit looks at the thing itself once more.';
comment on column lienzo.search_document.holder_id is 'Who alone, beside those who oversee the space, may find it; null for everybody who works there.';
comment on column lienzo.search_document.names is 'Names and addresses in lower case and without accents, where typing errors are forgiven.';
-- Written beside everything else all day long: with the pending list on, a search under writes was 16 times slower.
create index search_document_words on lienzo.search_document using gin (tenant_id, words) with (fastupdate = off);
create index search_document_names on lienzo.search_document using gin (tenant_id, names platform.gin_trgm_ops) with (fastupdate = off) where names is not null;
create index search_document_newest on lienzo.search_document (tenant_id, changed_at desc);
create index search_document_number on lienzo.search_document (tenant_id, number) where number is not null;
call platform.protect('lienzo.search_document');
-- For lienzo.find_documents alone, which names the tenant itself.
create policy search_reads on lienzo.search_document for select to lienzo_owner using (true);
create table lienzo.search_place (
    tenant_id  text not null,
    xid        xid8 not null,
    event_id   bigint not null,
    primary key (tenant_id),
    foreign key (tenant_id) references platform.organization
);
comment on table lienzo.search_place is 'Up to where the event log was looked through for conversations that changed.';
call platform.protect('lienzo.search_place');
--rollback drop table lienzo.search_place; drop table lienzo.search_document;

--changeset lienzo:search-pending
create table platform.search_pending (
    n                bigint generated always as identity primary key,
    organization_id  text not null,
    kind             text not null,
    thing_id         uuid not null
);
comment on table platform.search_pending is 'Tickets, contacts and companies that changed and wait to be found by their new words. Rows are added and taken away, and locked while they are taken (which needs the right to update), so that nobody who writes waits for anybody. What is said in conversations is read from the event log and costs them nothing.';
revoke all on platform.search_pending from lienzo_ops;
grant select, insert, update, delete on platform.search_pending to lienzo_app;
--rollback drop table platform.search_pending;

--changeset lienzo:search-triggers splitStatements:false
create function lienzo.search_later() returns trigger language plpgsql as $$
begin
    insert into platform.search_pending (organization_id, kind, thing_id)
    values (coalesce(new.tenant_id, old.tenant_id), tg_argv[0], coalesce(new.id, old.id));
    return null;
end
$$;
create function lienzo.search_contact_later() returns trigger language plpgsql as $$
begin
    insert into platform.search_pending (organization_id, kind, thing_id)
    values (coalesce(new.tenant_id, old.tenant_id), 'CONTACT', coalesce(new.contact_id, old.contact_id));
    return null;
end
$$;
create function lienzo.search_company_later() returns trigger language plpgsql as $$
begin
    insert into platform.search_pending (organization_id, kind, thing_id)
    values (coalesce(new.tenant_id, old.tenant_id), 'COMPANY', coalesce(new.company_id, old.company_id));
    return null;
end
$$;
create trigger ticket_found after insert or delete on lienzo.ticket for each row execute function lienzo.search_later('TICKET');
create trigger ticket_found_anew after update on lienzo.ticket for each row
    when ((old.last_seq, old.subject, old.tags, old.fields, old.requester_id, old.company_id)
          is distinct from (new.last_seq, new.subject, new.tags, new.fields, new.requester_id, new.company_id))
    execute function lienzo.search_later('TICKET');
-- Visitors of a chat come with their conversation.
create trigger contact_found after insert on lienzo.contact for each row when (new.source <> 'CHAT') execute function lienzo.search_later('CONTACT');
create trigger contact_found_no_more after delete on lienzo.contact for each row execute function lienzo.search_later('CONTACT');
create trigger contact_found_anew after update on lienzo.contact for each row
    when (old.version <> new.version or old.removed_at is distinct from new.removed_at)
    execute function lienzo.search_later('CONTACT');
create trigger contact_found_by_email after insert or update or delete on lienzo.contact_email for each row execute function lienzo.search_contact_later();
create trigger contact_found_by_phone after insert or update or delete on lienzo.contact_phone for each row execute function lienzo.search_contact_later();
create trigger contact_found_by_company after insert or update or delete on lienzo.contact_company for each row execute function lienzo.search_contact_later();
create trigger company_found after insert or update or delete on lienzo.company for each row execute function lienzo.search_later('COMPANY');
create trigger company_found_by_domain after insert or delete on lienzo.company_domain for each row execute function lienzo.search_company_later();
--rollback drop trigger company_found_by_domain on lienzo.company_domain; drop trigger company_found on lienzo.company; drop trigger contact_found_by_company on lienzo.contact_company; drop trigger contact_found_by_phone on lienzo.contact_phone; drop trigger contact_found_by_email on lienzo.contact_email; drop trigger contact_found_anew on lienzo.contact; drop trigger contact_found_no_more on lienzo.contact; drop trigger contact_found on lienzo.contact; drop trigger ticket_found_anew on lienzo.ticket; drop trigger ticket_found on lienzo.ticket; drop function lienzo.search_company_later(); drop function lienzo.search_contact_later(); drop function lienzo.search_later();

--changeset lienzo:search-find splitStatements:false
create function lienzo.search_query(wanted text[], language text) returns tsquery language plpgsql stable
set search_path = pg_catalog, pg_temp as $$
declare
    word text;
    bare text;
    part tsquery;
    whole tsquery;
    at int := 0;
begin
    foreach word in array wanted loop
        at := at + 1;
        -- What the reader's language does not count as a word is not asked for, unless there is nothing else.
        continue when cardinality(wanted) > 1 and at < cardinality(wanted)
            and numnode(plainto_tsquery(('platform.words_' || language)::regconfig, word)) = 0;
        part := plainto_tsquery('platform.stems_es', word) || plainto_tsquery('platform.stems_en', word)
             || plainto_tsquery('platform.stems_pt', word) || plainto_tsquery('platform.words_en', word);
        -- Long endings are what languages change, and the last word may be half typed.
        bare := lower(platform.unaccent('platform.unaccent'::regdictionary, word));
        if length(bare) > 7 and bare ~ '^[[:alpha:]]+$' then
            part := part || to_tsquery('pg_catalog.simple', quote_literal(left(bare, length(bare) - 2)) || ':*');
        elsif at = cardinality(wanted) and length(bare) > 1 then
            part := part || to_tsquery('pg_catalog.simple', quote_literal(bare) || ':*');
        end if;
        continue when numnode(part) = 0;
        whole := case when whole is null then part else whole && part end;
    end loop;
    return whole;
end
$$;
-- Row security keeps operators that are not leakproof (@@, <%) from the index; the owner's rights do not. So this function is
-- the one that runs with them: it reads one table, and what it may read of it, it says first: rows of the transaction's tenant.
create function lienzo.find_documents(
    wanted text[], typed text, number_typed bigint, language text, kinds text[], ticket_spaces uuid[],
    conversation_spaces uuid[], contact_spaces uuid[], overseen uuid[], me uuid, most integer)
returns table (kind text, id uuid, score real) language plpgsql stable security definer
set search_path = pg_catalog, pg_temp as $$
declare
    tenant text := nullif(current_setting('lienzo.tenant', true), '');
    query tsquery := lienzo.search_query(wanted, language);
    everywhere boolean;
    said text;
    reach constant text := 'd.tenant_id = $1 and d.kind = any($5) and (d.holder_id is null or d.holder_id = $10 or d.space_id = any($9))
        and d.space_id = any(case d.kind when ''TICKET'' then $6 when ''CONVERSATION'' then $7 else $8 end)';
begin
    if tenant is null then return; end if;
    -- What stands in every tenth of the newest thousand is found by walking back from the newest; through the index of words
    -- it would be tens of thousands of rows, to be sorted for the first three hundred. What is rare is the other way round.
    execute 'select count(*) = 100 from (select from (
            select d.words from lienzo.search_document d where ' || reach || ' order by d.changed_at desc limit 1000) d
        where d.words @@ $2 limit 100) n'
        into everywhere using tenant, query, null, null, kinds, ticket_spaces, conversation_spaces, contact_spaces, overseen, me;
    perform set_config('pg_trgm.word_similarity_threshold', '0.45', true);
    said := 'select d.kind, d.id, d.changed_at from lienzo.search_document d where d.words @@ $2 and ' || reach;
    return query execute '
        with said as ' || case when everywhere then '(' || said || ' order by d.changed_at desc limit 300)'
                          else 'materialized (' || said || ')' end || ',
        newest as (select s.kind, s.id from said s order by s.changed_at desc limit 300
        ), ranked as (
            select d.kind, d.id, ts_rank(''{0.1, 0.25, 0.5, 1}'', d.words, $2, 1) * 10
                * (1 + exp(-extract(epoch from now() - d.changed_at) / 2592000)) as score
            from newest n join lienzo.search_document d on d.tenant_id = $1 and d.kind = n.kind and d.id = n.id
        ), called as (
            select d.kind, d.id, (platform.word_similarity($3, d.names) * 3)::float8 as score from lienzo.search_document d
            where $3 operator(platform.<%) d.names and d.names is not null and ' || reach || ' order by 3 desc limit 60
        ), numbered as (
            select d.kind, d.id, 20::float8 as score from lienzo.search_document d where d.number = $4 and ' || reach || ' limit 60
        )
        select f.kind, f.id, sum(f.score)::real from (
            select * from ranked union all select * from called union all select * from numbered) f
        group by f.kind, f.id order by 3 desc, f.id desc limit $11'
    using tenant, query, nullif(typed, ''), number_typed, kinds, ticket_spaces,
        conversation_spaces, contact_spaces, overseen, me, most;
end
$$;
revoke all on function lienzo.find_documents(text[], text, bigint, text, text[], uuid[], uuid[], uuid[], uuid[], uuid, integer) from public;
grant execute on function lienzo.find_documents(text[], text, bigint, text, text[], uuid[], uuid[], uuid[], uuid[], uuid, integer) to lienzo_app;
--rollback drop function lienzo.find_documents(text[], text, bigint, text, text[], uuid[], uuid[], uuid[], uuid[], uuid, integer); drop function lienzo.search_query(text[], text);
