--liquibase formatted sql

--changeset lienzo:branding-create
create table lienzo.brand (
    tenant_id      text not null,
    id             uuid not null,
    version        integer not null default 0,
    name           text not null,
    tagline        text,
    color          text not null check (color ~ '^#[0-9a-f]{6}$'),
    accent         text not null check (accent ~ '^#[0-9a-f]{6}$'),
    logo_id        uuid,
    logo_dark_id   uuid,
    icon_id        uuid,
    support_email  text,
    support_phone  text,
    help_url       text,
    privacy_url    text,
    terms_url      text,
    primary key (tenant_id, id),
    unique (tenant_id),
    foreign key (tenant_id) references platform.organization,
    foreign key (tenant_id, logo_id) references lienzo.file,
    foreign key (tenant_id, logo_dark_id) references lienzo.file,
    foreign key (tenant_id, icon_id) references lienzo.file
);
comment on table lienzo.brand is 'What an organization looks like: one row each.';
call platform.protect('lienzo.brand');
--rollback drop table lienzo.brand;
