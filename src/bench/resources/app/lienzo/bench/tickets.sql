-- Tickets of one organization and what is found of them. Triggers and foreign keys rest meanwhile. Words are drawn by their rank, as
-- languages do: a few stand everywhere, most are rare.
set session_replication_role = replica;
create temporary table said as
select n, (select string_agg(w, ' ') from (
    select case when r <= 20 then (array['printer','invoice','problem','account','password','error','screen','network','order','delivery',
                                         'customer','payment','please','help','update','system','server','login','email','phone'])[r]
           else substr(md5(r::text), 1, 4 + r % 6) end as w
    from (select 1 + floor(8000 * power(random() + n * 0, 3))::int as r from generate_series(1, 90)) d) x) as body
from generate_series(1, ${rows}) n;
insert into lienzo.contact (tenant_id, id, space_id, name, email, created_at)
values ('${tenant}', '00000000-0000-7000-a000-000000000000', '${space}', 'Ana Bench', 'ana@bench.example', now()) on conflict do nothing;
insert into lienzo.ticket (tenant_id, id, space_id, number, subject, type, priority, category, requester_id, source, created_at, changed_at, due_at, last_seq)
select '${tenant}', ('00000000-0000-7000-b000-' || lpad(to_hex(n), 12, '0'))::uuid, '${space}', n, left(body, 60), 'TASK',
       (array['LOW', 'NORMAL', 'HIGH', 'URGENT'])[1 + n % 4], (array['NEW', 'OPEN', 'WAITING', 'ON_HOLD'])[1 + n / 4 % 4],
       '00000000-0000-7000-a000-000000000000', 'API', now() - n * interval '7 seconds', now() - n * interval '5 seconds',
       case when n % 3 = 0 then now() + (n % 1000 - 200) * interval '1 hour' end, 1
from said;
insert into lienzo.ticket_number (tenant_id, space_id, last) values ('${tenant}', '${space}', ${rows}) on conflict do nothing;
insert into lienzo.search_document (tenant_id, kind, id, space_id, number, title, detail, body, language, words, changed_at)
select '${tenant}', 'TICKET', ('00000000-0000-7000-b000-' || lpad(to_hex(n), 12, '0'))::uuid, '${space}', n, left(body, 60), 'Ana Bench', body, 'en',
       setweight(to_tsvector('platform.words_en', left(body, 60)), 'A') || setweight(to_tsvector('platform.stems_en', left(body, 60)), 'A')
       || setweight(to_tsvector('platform.words_en', body), 'D') || setweight(to_tsvector('platform.stems_en', body), 'D'), now() - n * interval '5 seconds'
from said;
set session_replication_role = origin;
drop table said;
