-- B2: AcquaintanceService.known, MessageWriter.append (finds nothing), MessageWriter.open, as TenantSql sends them.
-- A contact's id is made here, because the statements behind it need it: rising with time, as the product's own are.
\set i :i + 1
\set a :start + :i
\set b random(0, 281474976710655)
\startpipeline
select set_config('lienzo.tenant', :tenant, true);
insert into lienzo.contact as c
    (tenant_id, id, space_id, external_id, name, email, language, verified, created_at, seen_at)
values (current_setting('lienzo.tenant'), (lpad(to_hex(:a::bigint), 12, '0') || '7000' || '8000' || lpad(to_hex(:b::bigint), 12, '0'))::uuid,
        :space::uuid, 'limit-' || :a::bigint || '-' || :b::bigint, 'Bench Customer', 'customer@bench.example', null, false,
        clock_timestamp(), clock_timestamp())
on conflict (tenant_id, space_id, external_id) where external_id is not null do update set
    name = coalesce(nullif(excluded.name, ''), c.name),
    email = coalesce(nullif(excluded.email, ''), c.email),
    verified = c.verified or excluded.verified,
    seen_at = excluded.seen_at
returning id;
\endpipeline
\startpipeline
select set_config('lienzo.tenant', :tenant, true);
with c as (
    update lienzo.conversation set
        last_seq = last_seq + 1, last_inbound = last_seq + 1, changed_at = clock_timestamp(), preview = :preview,
        preview_kind = 'INBOUND', state = case state when 'CLOSED' then 'INBOX' else state end, closed_at = null
    where channel_id = :channel::uuid
      and contact_id = (lpad(to_hex(:a::bigint), 12, '0') || '7000' || '8000' || lpad(to_hex(:b::bigint), 12, '0'))::uuid
    returning new.tenant_id, new.id, new.space_id, new.holder_id, new.last_seq, new.state, old.state as was
)
, m as (
    insert into lienzo.message (tenant_id, conversation_id, seq, id, kind, author_id, author, body, source,
                                source_hash, attachments, at)
    select c.tenant_id, c.id, c.last_seq, uuidv7(), 'INBOUND', null::uuid, 'Bench Customer', :body,
           gen_random_uuid()::text, decode(:hash, 'hex'), 0, clock_timestamp() from c
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
\startpipeline
select set_config('lienzo.tenant', :tenant, true);
with n as (
    insert into lienzo.space_number as s (tenant_id, space_id, last)
    values (current_setting('lienzo.tenant'), :space::uuid, 1)
    on conflict (tenant_id, space_id) do update set last = s.last + 1 returning last
), c as (
    insert into lienzo.conversation (tenant_id, id, space_id, channel_id, contact_id, number, state,
                                     created_at, changed_at, last_seq, last_inbound, preview)
    select current_setting('lienzo.tenant'), uuidv7(), :space::uuid, :channel::uuid,
           (lpad(to_hex(:a::bigint), 12, '0') || '7000' || '8000' || lpad(to_hex(:b::bigint), 12, '0'))::uuid,
           n.last, 'INBOX', clock_timestamp(), clock_timestamp(), 1, 1, :preview from n
    returning tenant_id, id, space_id, holder_id, last_seq, state, 'NEW' as was
)
, m as (
    insert into lienzo.message (tenant_id, conversation_id, seq, id, kind, author_id, author, body, source,
                                source_hash, attachments, at)
    select c.tenant_id, c.id, c.last_seq, uuidv7(), 'INBOUND', null::uuid, 'Bench Customer', :body,
           gen_random_uuid()::text, decode(:hash, 'hex'), 0, clock_timestamp() from c
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
