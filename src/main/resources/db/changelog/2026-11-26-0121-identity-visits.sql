--liquibase formatted sql

--changeset lienzo:identity-visit
create table lienzo.visit (
    tenant_id   text not null,
    id          uuid not null,
    member_id   uuid not null,
    key_hash    bytea,
    token_hash  bytea,
    begun_at    timestamptz not null,
    ends_at     timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, member_id) references lienzo.member on delete cascade
);
comment on table lienzo.visit is 'Somebody of the staff looks at what a member sees, for a while, and changes nothing.';
comment on column lienzo.visit.key_hash is 'Of the key that opens it once; null when it was used.';
create index visit_token on lienzo.visit (tenant_id, token_hash) where token_hash is not null;
create index visit_key on lienzo.visit (tenant_id, key_hash) where key_hash is not null;
create index visit_member on lienzo.visit (tenant_id, member_id);
call platform.protect('lienzo.visit');
--rollback drop table lienzo.visit;
