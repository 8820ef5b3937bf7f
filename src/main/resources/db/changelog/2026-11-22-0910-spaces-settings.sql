--liquibase formatted sql

--changeset lienzo:spaces-settings
alter table lienzo.space
    add column vocabulary text check (vocabulary in ('SERVICE_PROVIDER', 'INTERNAL_IT')),
    add column language text check (language in ('es', 'en', 'pt')),
    add column archived_at timestamptz;
comment on column lienzo.space.vocabulary is 'Null for the organization''s.';
comment on column lienzo.space.language is 'Null for the organization''s.';
--rollback alter table lienzo.space drop column vocabulary, drop column language, drop column archived_at;
