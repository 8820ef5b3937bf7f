-- B5: Conversations.list of the inbox, as TenantSql sends it.
\startpipeline
select set_config('lienzo.tenant', :tenant, true);
select
    c.id, c.space_id, c.channel_id, c.contact_id, k.name, k.email, c.number, c.state, c.holder_id, h.name,
    c.created_at, c.changed_at, c.last_seq, c.last_inbound, c.read_by_contact, c.preview, c.preview_kind,
    c.last_inbound > coalesce(r.seq, 0)
from unnest(array[:space]::uuid[]) s(id) cross join lateral (
    select c.* from lienzo.conversation c where c.space_id = s.id and c.state = 'INBOX'
    order by c.changed_at desc, c.id desc limit 50
) c
    join lienzo.contact k on k.tenant_id = c.tenant_id and k.id = c.contact_id
    left join lienzo.member h on h.tenant_id = c.tenant_id and h.id = c.holder_id
    left join lienzo.read_mark r on r.tenant_id = c.tenant_id and r.conversation_id = c.id and r.member_id = :member::uuid
order by c.changed_at desc, c.id desc limit 50;
\endpipeline
