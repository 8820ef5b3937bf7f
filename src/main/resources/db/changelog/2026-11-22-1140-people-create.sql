--liquibase formatted sql

--changeset lienzo:people-invitation
create table lienzo.invitation (
    tenant_id   text not null,
    member_id   uuid not null,
    invited_by  text not null,
    invited_at  timestamptz not null,
    sent_at     timestamptz not null,
    sends       integer not null default 1,
    key_hash    bytea,
    primary key (tenant_id, member_id),
    foreign key (tenant_id, member_id) references lienzo.member on delete cascade
);
comment on column lienzo.invitation.invited_by is 'The name, as it was then.';
comment on column lienzo.invitation.key_hash is 'Of the key a program sent along, so that the same request twice is one invitation.';
create unique index invitation_key on lienzo.invitation (tenant_id, key_hash) where key_hash is not null;
create index invitation_at on lienzo.invitation (tenant_id, invited_at);
call platform.protect('lienzo.invitation');
--rollback drop table lienzo.invitation;
