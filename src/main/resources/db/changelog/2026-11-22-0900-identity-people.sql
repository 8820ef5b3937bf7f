--liquibase formatted sql

--changeset lienzo:identity-member-details
alter table lienzo.member
    add column phone text,
    add column time_zone text,
    add column avatar_id uuid,
    add column user_name_shape text,
    add column notify text[] not null default '{}',
    add column removed_at timestamptz,
    alter column password_hash drop not null,
    add column password_at timestamptz,
    add column password_temporary boolean not null default false;
update lienzo.member set user_name_shape = user_name, password_at = created_at;
alter table lienzo.member alter column user_name_shape set not null;
create unique index member_user_name_shape on lienzo.member (tenant_id, user_name_shape);
create unique index member_email on lienzo.member (tenant_id, lower(email)) where removed_at is null;
create index member_name on lienzo.member (tenant_id, lower(name), id);
comment on column lienzo.member.password_hash is 'Null for whoever has set none yet, or comes by single sign-on.';
comment on column lienzo.member.user_name_shape is 'What the user name looks like (UTS 39 skeleton): twins in other scripts are one name.';
comment on column lienzo.member.removed_at is 'The row stays for the sake of what the person wrote; name and address of access are gone.';
--rollback drop index lienzo.member_name; drop index lienzo.member_email; drop index lienzo.member_user_name_shape;
--rollback delete from lienzo.member where password_hash is null;
--rollback alter table lienzo.member drop column phone, drop column time_zone, drop column avatar_id, drop column user_name_shape, drop column notify, drop column removed_at, drop column password_at, drop column password_temporary, alter column password_hash set not null;

--changeset lienzo:identity-sign-in-steps
alter table lienzo.session
    add column method text not null default 'PASSWORD' check (method in ('PASSWORD', 'SSO', 'LINK')),
    add column pending text;
comment on column lienzo.session.pending is 'The page that has to be passed before the session counts; null when it does.';
--rollback alter table lienzo.session drop column method, drop column pending;

--changeset lienzo:identity-token-scopes
alter table lienzo.api_token
    add column scopes text[],
    add column read_only boolean not null default false,
    add column used_at timestamptz;
comment on column lienzo.api_token.scopes is 'Rows of the permission table it is limited to; null for all its member has.';
--rollback alter table lienzo.api_token drop column scopes, drop column read_only, drop column used_at;
