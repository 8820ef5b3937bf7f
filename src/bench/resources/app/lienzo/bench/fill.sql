-- Conversations of one organization. Triggers and foreign keys rest meanwhile, so the tray's counter is written by hand.
set session_replication_role = replica;
insert into lienzo.contact (tenant_id, id, space_id, name, email, external_id, created_at, seen_at)
select '${tenant}', ('00000000-0000-7000-9000-' || lpad(to_hex(n), 12, '0'))::uuid, '${space}', 'Customer ' || n,
       'customer' || n || '@bench.example', 'filled-' || n, now(), now()
from generate_series(1, ${rows}) n;
insert into lienzo.conversation (tenant_id, id, space_id, channel_id, contact_id, number, state, holder_id, created_at, changed_at,
                                 taken_at, last_seq, last_inbound, preview)
select '${tenant}', ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, '${space}', '${channel}',
       ('00000000-0000-7000-9000-' || lpad(to_hex(n), 12, '0'))::uuid, n, '${state}', ${holder},
       now() - n * interval '7 seconds', now() - n * interval '5 seconds', case '${state}' when 'IN_PROGRESS' then now() end,
       case when n <= ${threads} then 50 else 1 end, 1,
       'The printer on the second floor says that it is on fire, again, and nobody believes it (' || n || ')'
from generate_series(1, ${rows}) n;
insert into lienzo.message (tenant_id, conversation_id, seq, id, kind, author_id, author, body, at)
select '${tenant}', ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, s, uuidv7(),
       case when s % 2 = 1 then 'INBOUND' else 'REPLY' end, case when s % 2 = 0 then '${member}'::uuid end, 'Somebody',
       'The printer on the second floor says that it is on fire, again, and nobody believes it. We switched it off and on, '
       || 'we asked the colleagues who sit beside it, and it still says so; could you have a look? This is message ' || s,
       now() - n * interval '5 seconds' - (50 - s) * interval '1 minute'
from generate_series(1, ${rows}) n, generate_series(1, case when n <= ${threads} then 50 else 1 end) s;
insert into lienzo.space_number (tenant_id, space_id, last) values ('${tenant}', '${space}', ${rows});
insert into lienzo.tray_count (tenant_id, space_id, state, holder_id, slot, n)
values ('${tenant}', '${space}', '${state}', coalesce(${holder}, '00000000-0000-0000-0000-000000000000'), 0, ${rows});
set session_replication_role = origin;
