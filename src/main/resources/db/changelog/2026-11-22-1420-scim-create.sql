--liquibase formatted sql

--changeset lienzo:scim-create
create table lienzo.scim_token (
    tenant_id   text not null,
    id          uuid not null,
    name        text not null,
    token_hash  bytea not null,
    created_at  timestamptz not null,
    used_at     timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, token_hash),
    foreign key (tenant_id) references platform.organization
);
comment on table lienzo.scim_token is 'What lets a directory provision the people of an organization. Only hashes.';
call platform.protect('lienzo.scim_token');
create table lienzo.scim_user (
    tenant_id    text not null,
    member_id    uuid not null,
    external_id  text,
    given_name   text,
    family_name  text,
    changed_at   timestamptz not null,
    primary key (tenant_id, member_id),
    foreign key (tenant_id, member_id) references lienzo.member on delete cascade
);
comment on table lienzo.scim_user is 'What a directory says of a member beside what the member row has.';
create index scim_user_external on lienzo.scim_user (tenant_id, external_id);
call platform.protect('lienzo.scim_user');
--rollback drop table lienzo.scim_user; drop table lienzo.scim_token;
