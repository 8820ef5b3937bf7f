--liquibase formatted sql

--changeset lienzo:contacts-create
create table lienzo.contact (
    tenant_id    text not null,
    id           uuid not null,
    space_id     uuid not null,
    name         text not null,
    email        text not null default '',
    external_id  text,
    verified     boolean not null default false,
    language     text,
    created_at   timestamptz not null,
    seen_at      timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, space_id, id),
    foreign key (tenant_id, space_id) references lienzo.space
);
comment on column lienzo.contact.external_id is 'Who he is in the system of whoever embeds the widget or calls the API.';
comment on column lienzo.contact.verified is 'Whether that was signed.';
create unique index contact_external on lienzo.contact (tenant_id, space_id, external_id) where external_id is not null;
call platform.protect('lienzo.contact');
--rollback drop table lienzo.contact;

--changeset lienzo:contacts-visitor
create table lienzo.visitor (
    tenant_id   text not null,
    id          uuid not null,
    channel_id  uuid not null,
    contact_id  uuid not null,
    token_hash  bytea not null,
    page        text not null default '',
    user_agent  text not null default '',
    created_at  timestamptz not null,
    seen_at     timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, token_hash),
    foreign key (tenant_id, channel_id) references lienzo.channel on delete cascade,
    foreign key (tenant_id, contact_id) references lienzo.contact on delete cascade
);
create index visitor_contact on lienzo.visitor (tenant_id, contact_id);
call platform.protect('lienzo.visitor');
--rollback drop table lienzo.visitor;
