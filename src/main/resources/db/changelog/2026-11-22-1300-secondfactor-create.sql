--liquibase formatted sql

--changeset lienzo:second-factor
create table lienzo.second_factor (
    tenant_id      text not null,
    member_id      uuid not null,
    secret         bytea,
    on_since       timestamptz,
    last_step      bigint not null default 0,
    offered        bytea,
    offered_to     uuid,
    offered_at     timestamptz,
    primary key (tenant_id, member_id),
    foreign key (tenant_id, member_id) references lienzo.member on delete cascade
);
comment on table lienzo.second_factor is 'Secrets are sealed. One that was offered counts when a code of it was given back.';
comment on column lienzo.second_factor.last_step is 'The newest step of time a code was accepted for; no code of it or of an older one is accepted again.';
comment on column lienzo.second_factor.offered_to is 'The session that asked for it, and the only one that gets to see it.';
call platform.protect('lienzo.second_factor');
--rollback drop table lienzo.second_factor;

--changeset lienzo:second-factor-recovery-code
create table lienzo.recovery_code (
    tenant_id  text not null,
    id         uuid not null,
    member_id  uuid not null,
    code_hash  text not null check (length(code_hash) <= 64),
    used_at    timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, member_id, code_hash),
    foreign key (tenant_id, member_id) references lienzo.second_factor on delete cascade
);
call platform.protect('lienzo.recovery_code');
--rollback drop table lienzo.recovery_code;

--changeset lienzo:second-factor-pass
create table lienzo.second_factor_pass (
    tenant_id   text not null,
    session_id  uuid not null,
    at          timestamptz not null,
    primary key (tenant_id, session_id),
    foreign key (tenant_id, session_id) references lienzo.session on delete cascade
);
comment on table lienzo.second_factor_pass is 'Sign-ins that have this step behind them.';
call platform.protect('lienzo.second_factor_pass');
--rollback drop table lienzo.second_factor_pass;

--changeset lienzo:second-factor-attempt
create table lienzo.second_factor_attempt (
    tenant_id  text not null,
    id         uuid not null,
    member_id  uuid not null,
    place      bytea not null,
    at         timestamptz not null,
    passed     boolean not null default false,
    primary key (tenant_id, id),
    foreign key (tenant_id, member_id) references lienzo.member on delete cascade
);
comment on column lienzo.second_factor_attempt.place is 'Hash of the network address.';
create index second_factor_attempt_member on lienzo.second_factor_attempt (tenant_id, member_id, at);
create index second_factor_attempt_at on lienzo.second_factor_attempt (tenant_id, at);
call platform.protect('lienzo.second_factor_attempt');
--rollback drop table lienzo.second_factor_attempt;

--changeset lienzo:second-factor-policy
create table lienzo.second_factor_policy (
    tenant_id  text not null,
    required   boolean not null,
    with_sso   boolean not null,
    primary key (tenant_id),
    foreign key (tenant_id) references platform.organization
);
call platform.protect('lienzo.second_factor_policy');
--rollback drop table lienzo.second_factor_policy;
