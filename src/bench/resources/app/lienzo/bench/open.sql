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
with r (message, kind, author_id, author, body, source, source_hash, attachments, at, line) as (values
    (uuidv7(), 'INBOUND'::text, null::uuid, 'Bench Customer'::text, :body::text, gen_random_uuid()::text,
     decode(:hash, 'hex'), 0::smallint, clock_timestamp(), :preview::text))
, c as (
    update lienzo.conversation set
        last_seq = last_seq + 1, last_inbound = last_seq + 1, changed_at = r.at, preview = r.line,
        preview_kind = 'INBOUND', state = case state when 'CLOSED' then 'INBOX' else state end, closed_at = null
    from r where channel_id = :channel::uuid
      and contact_id = (lpad(to_hex(:a::bigint), 12, '0') || '7000' || '8000' || lpad(to_hex(:b::bigint), 12, '0'))::uuid
    returning new.tenant_id, new.id, new.space_id, new.holder_id, new.last_seq, new.state, old.state as was, r.*
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
\startpipeline
select set_config('lienzo.tenant', :tenant, true);
with r (message, kind, author_id, author, body, source, source_hash, attachments, at, line) as (values
    (uuidv7(), 'INBOUND'::text, null::uuid, 'Bench Customer'::text, :body::text, gen_random_uuid()::text,
     decode(:hash, 'hex'), 0::smallint, clock_timestamp(), :preview::text))
, n as (
    insert into lienzo.space_number as s (tenant_id, space_id, last)
    values (current_setting('lienzo.tenant'), :space::uuid, 1)
    on conflict (tenant_id, space_id) do update set last = s.last + 1 returning space_id, last
), opened as (
    insert into lienzo.conversation (tenant_id, id, space_id, channel_id, contact_id, number, state,
                                     created_at, changed_at, last_seq, last_inbound, preview)
    select current_setting('lienzo.tenant'), uuidv7(), n.space_id, :channel::uuid,
           (lpad(to_hex(:a::bigint), 12, '0') || '7000' || '8000' || lpad(to_hex(:b::bigint), 12, '0'))::uuid,
           n.last, 'INBOX', r.at, r.at, 1, 1, r.line
    from n, r
    returning tenant_id, id, space_id, holder_id, last_seq, state, 'NEW' as was
), c as (
    select * from opened, r
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
