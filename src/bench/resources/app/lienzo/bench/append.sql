-- B1: MessageWriter.reply, as TenantSql sends it.
\set n random(1, :held)
\startpipeline
select set_config('lienzo.tenant', :tenant, true);
with c as (
    update lienzo.conversation set
        last_seq = last_seq + 1, changed_at = clock_timestamp(), preview = :preview, preview_kind = 'REPLY',
        read_by_team = greatest(read_by_team, last_inbound)
    where id = ('00000000-0000-7000-8000-' || lpad(to_hex(:n::bigint), 12, '0'))::uuid and (state = 'IN_PROGRESS'
      and holder_id = :member::uuid and space_id = any(array[:space]::uuid[]) and last_inbound <= 2147483647) is true
    returning tenant_id, id, space_id, holder_id, last_seq, state, state as was
)
, m as (
    insert into lienzo.message (tenant_id, conversation_id, seq, id, kind, author_id, author, body, source,
                                source_hash, attachments, at)
    select c.tenant_id, c.id, c.last_seq, uuidv7(), 'REPLY', :member::uuid, 'Bench Agent', :body,
           :member || ':' || gen_random_uuid(), decode(:hash, 'hex'), 0, clock_timestamp() from c
    returning *
)
, e as (
    insert into lienzo.event (tenant_id, kind, space_id, conversation_id, holder_id, payload)
    select c.tenant_id, case m.kind when 'NOTE' then 'note' when 'SYSTEM' then 'system' else 'message' end,
           c.space_id, c.id, c.holder_id, jsonb_build_object(
               'id', m.id, 'seq', m.seq, 'kind', m.kind, 'authorId', m.author_id, 'author', m.author,
               'text', m.body, 'source', m.source, 'at', m.at, 'files', m.attachments)
    from c, m where lienzo.marks_events(c.tenant_id)
    union all
    select c.tenant_id, 'state', c.space_id, c.id, c.holder_id, jsonb_build_object('state', c.state)
    from c where c.was = 'CLOSED'
)
select c.id, c.last_seq from c;
\endpipeline
