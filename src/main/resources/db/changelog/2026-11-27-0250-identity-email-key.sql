--liquibase formatted sql

--changeset lienzo:member-email-key
-- Under row security PostgreSQL finds nobody by an index on lower(email): it does not let a function that is not leakproof see a row before the
-- policy has, and so every sign-in by an address looked through all members of the organization. A stored column is compared without a function.
alter table lienzo.member add column email_key text generated always as (lower(email)) stored;
comment on column lienzo.member.email_key is 'The address as it is looked for.';
drop index lienzo.member_email;
create unique index member_email on lienzo.member (tenant_id, email_key) where removed_at is null;
--rollback drop index lienzo.member_email; create unique index member_email on lienzo.member (tenant_id, lower(email)) where removed_at is null; alter table lienzo.member drop column email_key;
