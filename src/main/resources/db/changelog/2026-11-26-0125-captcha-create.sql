--liquibase formatted sql

--changeset lienzo:captcha-create
create table lienzo.used_challenge (
    tenant_id   text not null references platform.organization,
    challenge   bytea not null check (length(challenge) = 32),
    expires_at  timestamptz not null,
    primary key (tenant_id, challenge)
);
comment on table lienzo.used_challenge is 'Challenges whose proof of work was taken, by their hash, until they expire: none counts twice.';
create index used_challenge_expires on lienzo.used_challenge (tenant_id, expires_at);
call platform.protect('lienzo.used_challenge');
revoke update on lienzo.used_challenge from lienzo_app;
--rollback drop table lienzo.used_challenge;
