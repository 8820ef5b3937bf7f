--liquibase formatted sql

--changeset lienzo:recovery-account-link
create table lienzo.account_link (
    tenant_id   text not null,
    id          uuid not null,
    purpose     text not null check (purpose in ('WELCOME', 'RESET', 'EMAIL')),
    member_id   uuid not null,
    token_hash  bytea not null check (length(token_hash) = 32),
    address     text check (length(address) <= 254),
    created_at  timestamptz not null,
    ends_at     timestamptz not null,
    used_at     timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, token_hash),
    foreign key (tenant_id, member_id) references lienzo.member (tenant_id, id) on delete cascade
);
comment on table lienzo.account_link is 'What mailed links open, once. The link itself is known to its recipient only.';
comment on column lienzo.account_link.address is 'The e-mail address to be confirmed.';
create index account_link_member on lienzo.account_link (tenant_id, member_id, purpose, created_at);
create index account_link_address on lienzo.account_link (tenant_id, lower(address), created_at) where address is not null;
create index account_link_end on lienzo.account_link (tenant_id, ends_at);
call platform.protect('lienzo.account_link');
--rollback drop table lienzo.account_link;

--changeset lienzo:recovery-password-attempt
create table lienzo.password_attempt (
    tenant_id   text not null,
    id          uuid not null,
    member_id   uuid not null,
    session_id  uuid not null,
    at          timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, member_id) references lienzo.member (tenant_id, id) on delete cascade
);
comment on table lienzo.password_attempt is 'Wrong current passwords on the way to a new one, by whoever has the session in hand.';
create index password_attempt_member on lienzo.password_attempt (tenant_id, member_id, at);
call platform.protect('lienzo.password_attempt');
--rollback drop table lienzo.password_attempt;
