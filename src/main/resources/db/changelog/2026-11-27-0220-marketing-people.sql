--liquibase formatted sql

--changeset lienzo:marketing-suppression-member
-- What an organization asked for holds for its people while they are its people: who leaves keeps what he said himself.
-- Rows from before name nobody; the chore that keeps the list names those who are there and drops the others.
alter table platform.marketing_suppression add column member_id uuid;
comment on column platform.marketing_suppression.member_id is 'Who of the organization has the address; null for a person who asked himself.';
create index marketing_suppression_member on platform.marketing_suppression (organization_id, member_id)
    where organization_id <> 'platform';
grant update (member_id) on platform.marketing_suppression to lienzo_app;
--rollback drop index platform.marketing_suppression_member; alter table platform.marketing_suppression drop column member_id;
