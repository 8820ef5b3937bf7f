--liquibase formatted sql

--changeset lienzo:operators-organization splitStatements:false
-- What operators decide of an organization is done in that organization's scope and nowhere else: the serving role
-- may call these and write none of the columns itself.
alter table platform.organization add column version integer not null default 1;
alter table platform.organization add column suspended_at timestamptz;
comment on column platform.organization.version is 'Counts what operators changed: two of them at once do not overwrite each other.';
create table platform.organization_order (
    key              uuid primary key,
    organization_id  text not null references platform.organization
);
comment on table platform.organization_order is 'Under which key an organization was founded: the same order twice is one organization.';
revoke all on platform.organization_order from lienzo_ops;
create function platform.found_organization(order_key uuid, new_slug text, new_name text, new_plan text, new_language text, new_vocabulary text)
    returns text language plpgsql security definer set search_path = pg_catalog as $$
declare
    new_id text := current_setting('lienzo.tenant');
    made text;
begin
    perform pg_advisory_xact_lock(hashtextextended(order_key::text, 120));
    select o.organization_id into made from platform.organization_order o where o.key = order_key;
    if found then return made; end if;
    insert into platform.organization (id, slug, name, plan, language, vocabulary)
    values (new_id, new_slug, new_name, new_plan, new_language, new_vocabulary) on conflict (slug) do nothing;
    if not found then return null; end if;
    insert into platform.organization_order (key, organization_id) values (order_key, new_id);
    return new_id;
end
$$;
create function platform.change_organization(seen integer, new_plan text, new_state text, moment timestamptz)
    returns boolean language plpgsql security definer set search_path = pg_catalog as $$
begin
    update platform.organization o set plan = new_plan, state = new_state, version = o.version + 1,
        suspended_at = case when new_state <> 'SUSPENDED' then null when o.state = 'SUSPENDED' then o.suspended_at else moment end
    where o.id = current_setting('lienzo.tenant') and o.id <> 'platform' and o.version = seen;
    return found;
end
$$;
revoke all on function platform.found_organization(uuid, text, text, text, text, text) from public;
revoke all on function platform.change_organization(integer, text, text, timestamptz) from public;
grant execute on function platform.found_organization(uuid, text, text, text, text, text) to lienzo_app;
grant execute on function platform.change_organization(integer, text, text, timestamptz) to lienzo_app;
--rollback drop function platform.change_organization(integer, text, text, timestamptz); drop function platform.found_organization(uuid, text, text, text, text, text); drop table platform.organization_order; alter table platform.organization drop column suspended_at, drop column version;

--changeset lienzo:operators-share splitStatements:false
-- Rows that are about one organization and belong to it and to the platform.
create procedure platform.share(shared_table regclass) language plpgsql as $$
begin
    execute format('alter table %s enable row level security', shared_table);
    execute format('alter table %s force row level security', shared_table);
    execute format('create policy shared_rows on %s using (organization_id = current_setting(''lienzo.tenant'', true) or current_setting(''lienzo.tenant'', true) = ''platform'')', shared_table);
    execute format('revoke all on %s from lienzo_ops', shared_table);
end
$$;
--rollback drop procedure platform.share(regclass);

--changeset lienzo:operators-journal splitStatements:false
create table platform.organization_event (
    organization_id  text not null references platform.organization,
    id               uuid not null,
    at               timestamptz not null,
    operator_id      uuid,
    operator         text not null check (length(operator) <= 200),
    kind             text not null check (length(kind) <= 60),
    detail           text not null default '' check (length(detail) <= 300),
    reason           text not null default '' check (length(reason) <= 1000),
    primary key (organization_id, id)
);
comment on table platform.organization_event is 'What operators did to an organization, and why. Written and read, never changed.';
create index organization_event_newest on platform.organization_event (organization_id, at desc, id desc);
call platform.share('platform.organization_event');
grant select, insert on platform.organization_event to lienzo_app;
create function platform.tell_operators(entry uuid, moment timestamptz, actor_id uuid, actor_name text, what text, thing_id uuid, origin text)
    returns void language plpgsql security definer set search_path = pg_catalog as $$
declare
    before text := current_setting('lienzo.tenant');
begin
    perform set_config('lienzo.tenant', 'platform', true);
    insert into lienzo.audit_entry (tenant_id, id, at, member_id, actor, action, subject, subject_id, address)
    values ('platform', entry, moment, actor_id, actor_name, what, 'organization', thing_id, origin);
    perform set_config('lienzo.tenant', before, true);
end
$$;
comment on function platform.tell_operators is 'An entry in the platform''s trail about what happens in an organization''s scope, in the same transaction.';
revoke all on function platform.tell_operators(uuid, timestamptz, uuid, text, text, uuid, text) from public;
grant execute on function platform.tell_operators(uuid, timestamptz, uuid, text, text, uuid, text) to lienzo_app;
--rollback drop function platform.tell_operators(uuid, timestamptz, uuid, text, text, uuid, text); drop table platform.organization_event;

--changeset lienzo:operators-visit
create table platform.organization_visit (
    organization_id  text not null references platform.organization,
    id               uuid not null,
    operator_id      uuid,
    operator         text not null check (length(operator) <= 200),
    member_id        uuid not null,
    reason           text not null check (length(reason) <= 1000),
    begun_at         timestamptz not null,
    ends_at          timestamptz not null,
    primary key (organization_id, id)
);
comment on table platform.organization_visit is 'When an operator looked at an organization as one of its members, and why. Its Owners read it without the operator''s name.';
create index organization_visit_newest on platform.organization_visit (organization_id, begun_at desc);
call platform.share('platform.organization_visit');
grant select, insert on platform.organization_visit to lienzo_app;
grant update (ends_at) on platform.organization_visit to lienzo_app;
--rollback drop table platform.organization_visit;
