--liquibase formatted sql

--changeset lienzo:operators-organization
-- What operators decide of an organization is done in that organization's scope and touches that one row.
alter table platform.organization add column version integer not null default 1;
alter table platform.organization add column suspended_at timestamptz;
comment on column platform.organization.version is 'Counts what operators changed: two of them at once do not overwrite each other.';
create policy organization_found on platform.organization for insert to lienzo_app
    with check (id = current_setting('lienzo.tenant', true) and id <> 'platform');
grant insert (id, slug, name, plan, language, vocabulary) on platform.organization to lienzo_app;
grant update (plan, state, version, suspended_at) on platform.organization to lienzo_app;
create table platform.organization_order (
    key              uuid primary key,
    organization_id  text not null references platform.organization
);
comment on table platform.organization_order is 'Under which key an organization was founded: the same order twice is one organization.';
alter table platform.organization_order enable row level security;
alter table platform.organization_order force row level security;
create policy organization_order_read on platform.organization_order for select using (true);
create policy organization_order_add on platform.organization_order for insert to lienzo_app
    with check (organization_id = current_setting('lienzo.tenant', true));
revoke all on platform.organization_order from lienzo_ops;
grant select, insert on platform.organization_order to lienzo_app;
--rollback drop table platform.organization_order; revoke insert (id, slug, name, plan, language, vocabulary) on platform.organization from lienzo_app; revoke update (plan, state, version, suspended_at) on platform.organization from lienzo_app; drop policy organization_found on platform.organization; alter table platform.organization drop column suspended_at, drop column version;

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

--changeset lienzo:operators-journal
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
--rollback drop table platform.organization_event;

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
