--liquibase formatted sql

--changeset lienzo:search-pending-indexes
-- One organization's queue is read without going through those of the others, and a thing that waits is found by its id.
create index search_pending_next on platform.search_pending (organization_id, n);
create index search_pending_thing on platform.search_pending (organization_id, kind, thing_id);
--rollback drop index platform.search_pending_thing; drop index platform.search_pending_next;
