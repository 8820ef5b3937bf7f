--liquibase formatted sql

--changeset lienzo:search-trays splitStatements:false
-- A tray looked through for words: its newest conversations that have them, by the index of words. Runs with the owner's rights
-- for the reason that find_documents does; what it may read, it says first: rows of the transaction's tenant. It gives ids
-- alone, and whoever asked reads them under row security.
create function lienzo.find_in_tray(
    wanted text[], language text, spaces uuid[], in_state text, held_by uuid, before_at timestamptz, before_id uuid, most integer)
returns setof uuid language plpgsql stable security definer
set search_path = pg_catalog, pg_temp as $$
declare
    tenant text := nullif(current_setting('lienzo.tenant', true), '');
    query tsquery := lienzo.search_query(wanted, language);
    rare boolean;
    reach constant text := 'c.tenant_id = $1 and c.state = $4 and ($5::uuid is null or c.holder_id = $5)
        and ($6::timestamptz is null or (c.changed_at, c.id) < ($6, $7))';
begin
    if tenant is null or query is null then return; end if;
    -- What is rare is taken from the index and sorted; what is everywhere is found by walking down the tray.
    execute 'select count(*) < 2000 from (
            select from lienzo.search_document d where d.tenant_id = $1 and d.words @@ $2 limit 2000) n'
        into rare using tenant, query;
    if rare then
        return query execute '
            with said as materialized (
                select d.id from lienzo.search_document d
                where d.tenant_id = $1 and d.words @@ $2 and d.kind = ''CONVERSATION'')
            select c.id from said s join lienzo.conversation c on c.tenant_id = $1 and c.id = s.id
            where ' || reach || ' and c.space_id = any($3) order by c.changed_at desc, c.id desc limit $8'
        using tenant, query, spaces, in_state, held_by, before_at, before_id, most;
    else
        return query execute '
            select w.id from unnest($3) s(id) cross join lateral (
                select c.id, c.changed_at from lienzo.conversation c
                where ' || reach || ' and c.space_id = s.id and (
                    select d.words @@ $2 from lienzo.search_document d
                    where d.tenant_id = $1 and d.kind = ''CONVERSATION'' and d.id = c.id)
                order by c.changed_at desc, c.id desc limit $8) w
            order by w.changed_at desc, w.id desc limit $8'
        using tenant, query, spaces, in_state, held_by, before_at, before_id, most;
    end if;
end
$$;
revoke all on function lienzo.find_in_tray(text[], text, uuid[], text, uuid, timestamptz, uuid, integer) from public;
grant execute on function lienzo.find_in_tray(text[], text, uuid[], text, uuid, timestamptz, uuid, integer) to lienzo_app;
--rollback drop function lienzo.find_in_tray(text[], text, uuid[], text, uuid, timestamptz, uuid, integer);
