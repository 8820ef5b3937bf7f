--liquibase formatted sql

--changeset lienzo:branding-more
alter table lienzo.brand
    add column page_title    text check (length(page_title) <= 80),
    add column scene_id      uuid,
    add column scene_dark_id uuid,
    add column imprint_url   text check (length(imprint_url) <= 500),
    add column languages     text not null default '' check (length(languages) <= 100),
    add column custom_css    text check (length(custom_css) <= 65536),
    add foreign key (tenant_id, scene_id) references lienzo.file,
    add foreign key (tenant_id, scene_dark_id) references lienzo.file;
comment on column lienzo.brand.languages is 'What people can choose from, with commas; the first one is for those who choose nothing. Empty for all.';
comment on column lienzo.brand.custom_css is 'As written; filtered whenever it is read.';
--rollback alter table lienzo.brand drop column page_title, drop column scene_id, drop column scene_dark_id, drop column imprint_url, drop column languages, drop column custom_css;

--changeset lienzo:branding-space
create table lienzo.space_brand (
    tenant_id     text not null,
    space_id      uuid not null,
    name          text check (length(name) <= 60),
    color         text check (color ~ '^#[0-9a-f]{6}$'),
    accent        text check (accent ~ '^#[0-9a-f]{6}$'),
    logo_id       uuid,
    logo_dark_id  uuid,
    primary key (tenant_id, space_id),
    foreign key (tenant_id, space_id) references lienzo.space on delete cascade,
    foreign key (tenant_id, logo_id) references lienzo.file,
    foreign key (tenant_id, logo_dark_id) references lienzo.file
);
comment on table lienzo.space_brand is 'What a space''s portal has of its own; the rest is the organization''s.';
call platform.protect('lienzo.space_brand');
--rollback drop table lienzo.space_brand;
