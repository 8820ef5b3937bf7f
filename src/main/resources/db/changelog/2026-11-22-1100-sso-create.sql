--liquibase formatted sql

--changeset lienzo:sso-settings
create table lienzo.sso_settings (
    tenant_id        text not null,
    version          integer not null,
    enabled          boolean not null,
    only_sso         boolean not null,
    issuer           text not null check (length(issuer) <= 500),
    client_id        text not null check (length(client_id) <= 300),
    client_secret    bytea not null,
    secret_in_body   boolean not null,
    names_itself     boolean not null,
    label            text not null check (length(label) <= 60),
    user_name_claim  text not null check (length(user_name_claim) <= 100),
    name_claim       text not null check (length(name_claim) <= 100),
    email_claim      text not null check (length(email_claim) <= 100),
    verified_claim   text not null check (length(verified_claim) <= 100),
    domains          text[] not null check (cardinality(domains) <= 50),
    creates          boolean not null,
    role             text not null check (role in ('USER_ADMIN', 'MEMBER')),
    space_id         uuid,
    space_role       text check (space_role in ('MANAGER', 'AGENT')),
    primary key (tenant_id),
    foreign key (tenant_id) references platform.organization,
    foreign key (tenant_id, space_id) references lienzo.space
);
comment on table lienzo.sso_settings is 'The identity provider of an organization: one row each.';
comment on column lienzo.sso_settings.client_secret is 'Sealed: opens for this organization and purpose only.';
comment on column lienzo.sso_settings.secret_in_body is 'The provider takes the secret in the body of a request and not as Basic authentication.';
comment on column lienzo.sso_settings.names_itself is 'The provider said that it names itself in its answers (RFC 9207): one without a name is forged.';
comment on column lienzo.sso_settings.role is 'Level of accounts made at the first sign-in; never Owner.';
call platform.protect('lienzo.sso_settings');
--rollback drop table lienzo.sso_settings;

--changeset lienzo:sso-identity
create table lienzo.sso_identity (
    tenant_id   text not null,
    id          uuid not null,
    issuer      text not null,
    subject     text not null check (length(subject) <= 255),
    member_id   uuid,
    label       text not null check (length(label) <= 254),
    created_at  timestamptz not null,
    seen_at     timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, issuer, subject),
    unique (tenant_id, issuer, member_id),
    foreign key (tenant_id, member_id) references lienzo.member on delete set null (member_id)
);
create index sso_identity_member on lienzo.sso_identity (tenant_id, member_id);
comment on table lienzo.sso_identity is 'Whom a provider vouches for, by issuer and subject; a member has at most one for each issuer.';
comment on column lienzo.sso_identity.member_id is 'Null once unlinked: this identity opens nothing until an Owner lets it in again.';
comment on column lienzo.sso_identity.label is 'What the provider called the person at the first sign-in, for the Owner to read.';
call platform.protect('lienzo.sso_identity');
--rollback drop table lienzo.sso_identity;

--changeset lienzo:sso-passed
create table lienzo.sso_passed (
    tenant_id   text not null,
    state_hash  bytea not null,
    at          timestamptz not null,
    primary key (tenant_id, state_hash)
);
create index sso_passed_at on lienzo.sso_passed (tenant_id, at);
comment on table lienzo.sso_passed is 'Answers of providers that have already opened a session: each opens one.';
call platform.protect('lienzo.sso_passed');
--rollback drop table lienzo.sso_passed;
