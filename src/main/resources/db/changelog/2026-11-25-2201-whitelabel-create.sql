--liquibase formatted sql

--changeset lienzo:whitelabel-draft
create table lienzo.brand_draft (
    tenant_id     text not null,
    revision      uuid not null,
    content       jsonb not null check (length(content::text) <= 200000),
    changed_by    text not null check (length(changed_by) <= 200),
    changed_at    timestamptz not null,
    discarded_at  timestamptz,
    primary key (tenant_id),
    foreign key (tenant_id) references platform.organization
);
comment on table lienzo.brand_draft is 'What an organization is about to look like: one row each, and only its Owners see it.';
comment on column lienzo.brand_draft.revision is 'Another one with each change, so that nobody writes over what he did not see.';
comment on column lienzo.brand_draft.discarded_at is 'Thrown away, and still to be had back until the next draft.';
call platform.protect('lienzo.brand_draft');
--rollback drop table lienzo.brand_draft;

--changeset lienzo:whitelabel-version
create table lienzo.brand_version (
    tenant_id     text not null,
    number        integer not null check (number > 0),
    content       jsonb not null check (length(content::text) <= 200000),
    published_by  text not null check (length(published_by) <= 200),
    published_at  timestamptz not null,
    primary key (tenant_id, number),
    foreign key (tenant_id) references platform.organization
);
comment on table lienzo.brand_version is 'What an organization looked like, the newest few.';
call platform.protect('lienzo.brand_version');
--rollback drop table lienzo.brand_version;
