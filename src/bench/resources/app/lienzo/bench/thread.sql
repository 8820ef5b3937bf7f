-- B12: Conversations.visible and Messages.before, without row security: the superuser names the tenant himself.
\set n random(1, :threads)
select
    c.id, c.space_id, c.channel_id, c.contact_id, k.name, k.email, c.number, c.state, c.holder_id, h.name,
    c.created_at, c.changed_at, c.last_seq, c.last_inbound, c.read_by_contact, c.preview, c.preview_kind,
    c.last_inbound > coalesce(r.seq, 0)
from lienzo.conversation c
    join lienzo.contact k on k.tenant_id = c.tenant_id and k.id = c.contact_id
    left join lienzo.member h on h.tenant_id = c.tenant_id and h.id = c.holder_id
    left join lienzo.read_mark r on r.tenant_id = c.tenant_id and r.conversation_id = c.id and r.member_id = :member::uuid
where c.tenant_id = :tenant and c.id = ('00000000-0000-7000-8000-' || lpad(to_hex(:n::bigint), 12, '0'))::uuid
  and c.space_id = any(array[:space]::uuid[])
  and (c.state <> 'IN_PROGRESS' or c.holder_id = :member::uuid or c.space_id = any(array[]::uuid[]));
select
    m.id, m.conversation_id, m.seq, m.kind, m.author_id, m.author, m.body, m.source, m.at,
    case when m.attachments > 0 then (
        select json_agg(json_build_object('id', f.id, 'name', f.name, 'mediaType', f.media_type, 'bytes', f.bytes,
                                          'width', f.width, 'height', f.height) order by a.position)
        from lienzo.attachment a join lienzo.file f on f.tenant_id = a.tenant_id and f.id = a.file_id
        where a.tenant_id = m.tenant_id and a.message_id = m.id)::text end
from lienzo.message m
where m.tenant_id = :tenant and m.conversation_id = ('00000000-0000-7000-8000-' || lpad(to_hex(:n::bigint), 12, '0'))::uuid
  and m.seq < 2147483647 order by m.seq desc limit 50;
