--liquibase formatted sql

--changeset lienzo:search-pending-indexes
-- One organization's queue is read without going through those of the others, and a thing that waits is found by its id.
create index search_pending_next on platform.search_pending (organization_id, n);
create index search_pending_thing on platform.search_pending (organization_id, kind, thing_id);
--rollback drop index platform.search_pending_thing; drop index platform.search_pending_next;

--changeset lienzo:search-rests
-- A text is indexed as a whole: one of 20,000 characters takes PostgreSQL ten milliseconds, and in a busy conversation that was
-- once for each message, a core of it all day long.
alter table lienzo.search_document add column rests_until timestamptz not null default '-infinity';
comment on column lienzo.search_document.rests_until is 'Until then a change waits in the queue: the longer a text, the longer.';
--rollback alter table lienzo.search_document drop column rests_until;
