-- A thousand organizations, each with a brand of its own.
insert into platform.organization (id, slug, name, plan, language, vocabulary)
select 'bench' || lpad(n::text, 5, '0'), 'many' || n, 'Organization ' || n, 'ENTERPRISE', (array['es', 'en', 'pt'])[1 + n % 3], 'SERVICE_PROVIDER'
from generate_series(1, 1000) n;
set session_replication_role = replica;
insert into lienzo.brand (tenant_id, id, name, tagline, color, accent, support_email, help_url)
select 'bench' || lpad(n::text, 5, '0'), uuidv7(), 'Brand ' || n, 'What number ' || n || ' stands for',
       '#' || lpad(to_hex(n * 37 % 16777216), 6, '0'), '#f2a65a', 'help@many' || n || '.example', 'https://many' || n || '.example/help'
from generate_series(1, 1000) n;
set session_replication_role = origin;
