-- B2t: TicketWriter.open for a customer who is known by his address, in the transaction that listeners share.
\startpipeline
begin;
select set_config('lienzo.tenant', :tenant, true);
\endpipeline
with k as (
    select c.tenant_id, c.space_id, c.id, c.name, c.email, case when not false then coalesce(null::uuid, (
        select o.company_id from lienzo.contact_company o
        join lienzo.company y on y.tenant_id = o.tenant_id and y.id = o.company_id and y.removed_at is null
        where o.tenant_id = c.tenant_id and o.contact_id = c.id and o.first)) end as company_id
    from lienzo.contact c
    where c.removed_at is null and c.space_id = :space::uuid
      and c.id = (select e.contact_id from lienzo.contact_email e where e.space_id = :space::uuid and e.address = 'customer@bench.example')
), n as (
    insert into lienzo.ticket_number as l (tenant_id, space_id, last) select k.tenant_id, k.space_id, 1 from k
    on conflict (tenant_id, space_id) do update set last = l.last + 1 returning last
), t as (
    insert into lienzo.ticket (tenant_id, id, space_id, number, subject, type, priority, category, state_id, requester_id, company_id,
        assignee_id, source, tags, fields, created_at, changed_at, accepted_at, last_seq, last_by_contact, last_by_team, preview, key, key_hash)
    select k.tenant_id, uuidv7(), k.space_id, n.last, 'The printer is on fire', 'INCIDENT', 'NORMAL', 'NEW', (
            select id from lienzo.ticket_state where space_id = k.space_id and category = 'NEW' and first and removed_at is null),
        k.id, k.company_id, null, 'API', '{}', '{}', clock_timestamp(), clock_timestamp(), null, 1, 1, 0, :preview,
        gen_random_uuid()::text, decode(:hash, 'hex')
    from k, n returning *
), e as (
    insert into lienzo.ticket_entry (tenant_id, ticket_id, seq, id, kind, by, author_id, author, body, attachments, at)
    select t.tenant_id, t.id, 1, uuidv7(), 'DESCRIPTION', 'CONTACT', k.id, k.name, :body, 0, t.created_at from t, k
    returning id, author_id
)
select t.*, k.name, k.email, s.name, c.name, m.name, lienzo.emit_event(t.tenant_id, 'ticket-new', t.space_id, t.id, null, jsonb_build_object(
    'number', t.number, 'seq', 1, 'authorId', e.author_id, 'assignee', t.assignee_id))
from e, t join k on k.id = t.requester_id
left join lienzo.ticket_state s on s.tenant_id = t.tenant_id and s.id = t.state_id
left join lienzo.company c on c.tenant_id = t.tenant_id and c.id = t.company_id
left join lienzo.member m on m.tenant_id = t.tenant_id and m.id = t.assignee_id;
commit;
