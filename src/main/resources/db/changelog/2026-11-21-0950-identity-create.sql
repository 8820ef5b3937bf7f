--liquibase formatted sql

--changeset lienzo:identity-member
create table lienzo.member (
    tenant_id          text not null,
    id                 uuid not null,
    version            integer not null default 0,
    user_name          text not null,
    name               text not null,
    email              text not null,
    password_hash      text not null,
    organization_role  text not null check (organization_role in ('OWNER', 'USER_ADMIN', 'MEMBER')),
    language           text check (language in ('es', 'en', 'pt')),
    theme              text not null default 'AUTO' check (theme in ('AUTO', 'LIGHT', 'DARK')),
    sound              boolean not null default false,
    active             boolean not null default true,
    created_at         timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, user_name),
    foreign key (tenant_id) references platform.organization
);
comment on column lienzo.member.user_name is 'As it is compared: lower case, NFKC.';
call platform.protect('lienzo.member');
--rollback drop table lienzo.member;

--changeset lienzo:identity-session
create table lienzo.session (
    tenant_id    text not null,
    id           uuid not null,
    member_id    uuid not null,
    token_hash   bytea not null,
    created_at   timestamptz not null,
    seen_at      timestamptz not null,
    ends_at      timestamptz not null,
    address      text not null,
    user_agent   text not null,
    primary key (tenant_id, id),
    unique (tenant_id, token_hash),
    foreign key (tenant_id, member_id) references lienzo.member on delete cascade
);
create index session_member on lienzo.session (tenant_id, member_id);
call platform.protect('lienzo.session');
--rollback drop table lienzo.session;

--changeset lienzo:identity-token
create table lienzo.api_token (
    tenant_id    text not null,
    id           uuid not null,
    member_id    uuid not null,
    name         text not null,
    token_hash   bytea not null,
    created_at   timestamptz not null,
    ends_at      timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, token_hash),
    foreign key (tenant_id, member_id) references lienzo.member on delete cascade
);
create index api_token_member on lienzo.api_token (tenant_id, member_id);
call platform.protect('lienzo.api_token');
--rollback drop table lienzo.api_token;

--changeset lienzo:identity-failed-attempts
create table lienzo.sign_in_failure (
    tenant_id  text not null,
    id         uuid not null,
    subject    bytea not null,
    at         timestamptz not null,
    primary key (tenant_id, id)
);
comment on column lienzo.sign_in_failure.subject is 'Hash of the user name and the address it was tried from: failures from elsewhere never lock the right person out.';
create index sign_in_failure_subject on lienzo.sign_in_failure (tenant_id, subject, at);
call platform.protect('lienzo.sign_in_failure');
--rollback drop table lienzo.sign_in_failure;
