-- Open tickets of one contact, a week old at most.
insert into lienzo.contact (tenant_id, id, space_id, name, email, created_at, seen_at, verified)
values ('${tenant}', '00000000-0000-7000-8000-00000000c0de', '${space}', 'Bench', 'bench@bench.example', now(), now(), false) on conflict do nothing;
insert into lienzo.ticket (tenant_id, id, space_id, number, subject, type, priority, category, requester_id, source, created_at, changed_at)
select '${tenant}', uuidv7(), '${space}', 1000000 + n, 'Bench ' || n, 'QUESTION', 'NORMAL', 'NEW',
       '00000000-0000-7000-8000-00000000c0de', 'API', now() - n * interval '1 minute', now()
from generate_series(1, ${rows}) n;
analyze lienzo.ticket;
