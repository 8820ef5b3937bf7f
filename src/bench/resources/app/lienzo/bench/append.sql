-- B1: MessageWriter.reply, as TenantSql sends it.
\set n random(1, :held)
\startpipeline
select set_config('lienzo.tenant', :tenant, true);
with r (message, kind, author_id, author, body, source, source_hash, attachments, at, line, conversation, spaces, seen) as (values
    (uuidv7(), 'REPLY'::text, :member::uuid, 'Bench Agent'::text, :body::text, :member || ':' || gen_random_uuid(),
     decode(:hash, 'hex'), 0::smallint, clock_timestamp(), :preview::text,
     ('00000000-0000-7000-8000-' || lpad(to_hex(:n::bigint), 12, '0'))::uuid, array[:space]::uuid[], 2147483647))
, c as (
    update lienzo.conversation set
        last_seq = last_seq + 1, changed_at = r.at, preview = r.line, preview_kind = 'REPLY',
        read_by_team = greatest(read_by_team, last_inbound)
    from r
    where r.at between '-infinity' and 'infinity' and id = r.conversation
      and (state = 'IN_PROGRESS' and holder_id = r.author_id and space_id = any(r.spaces)
           and last_inbound <= r.seen) is true
    returning tenant_id, id, space_id, holder_id, last_seq, state, state as was, r.*
)
, m as (
    insert into lienzo.message (tenant_id, conversation_id, seq, id, kind, author_id, author, body, source,
                                source_hash, attachments, at)
    select tenant_id, id, last_seq, message, kind, author_id, author, body, source, source_hash, attachments, at
    from c
)
, e as (
    insert into lienzo.event (tenant_id, kind, space_id, conversation_id, holder_id, payload)
    select tenant_id, case kind when 'NOTE' then 'note' when 'SYSTEM' then 'system' else 'message' end,
           space_id, id, holder_id, jsonb_build_object(
               'id', message, 'seq', last_seq, 'kind', kind, 'authorId', author_id, 'author', author,
               'text', body, 'source', source, 'at', at, 'files', attachments)
    from c where lienzo.marks_events(tenant_id)
    union all
    select tenant_id, 'state', space_id, id, holder_id, jsonb_build_object('state', state)
    from c where was = 'CLOSED'
)
select message, id, last_seq from c;
\endpipeline
