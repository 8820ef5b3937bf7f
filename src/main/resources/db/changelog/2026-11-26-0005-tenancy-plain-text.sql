--liquibase formatted sql

--changeset lienzo:tenancy-plain-text
-- Both are trusted extensions: whoever owns the database may add them.
create extension if not exists unaccent with schema platform;
create extension if not exists pg_trgm with schema platform;
create function platform.plain(text) returns text language sql immutable strict parallel safe
    return lower(platform.unaccent('platform.unaccent'::regdictionary, $1));
comment on function platform.plain(text) is 'As it is looked for: without accents, in small letters. Indexes of trigrams do not help here: under row security only leakproof operators reach an index.';
--rollback drop function platform.plain(text); drop extension pg_trgm; drop extension unaccent;
