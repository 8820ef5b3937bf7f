--liquibase formatted sql

--changeset lienzo:audit-paging
create index audit_entry_newest on lienzo.audit_entry (tenant_id, at desc, id desc);
create index audit_entry_member on lienzo.audit_entry (tenant_id, member_id, at desc, id desc);
create index audit_entry_action on lienzo.audit_entry (tenant_id, action, at desc, id desc);
--rollback drop index lienzo.audit_entry_action; drop index lienzo.audit_entry_member; drop index lienzo.audit_entry_newest;

--changeset lienzo:audit-kept splitStatements:false
-- The serving role has no right to change an entry; its owner has to take this away first, and not by accident.
create function lienzo.keep_entries() returns trigger language plpgsql as $$
begin
    raise exception 'The trail is written and read, never changed' using errcode = 'insufficient_privilege';
end
$$;
create trigger audit_entry_kept before update or delete or truncate on lienzo.audit_entry
    for each statement execute function lienzo.keep_entries();
revoke truncate on lienzo.audit_entry from lienzo_app;
--rollback drop trigger audit_entry_kept on lienzo.audit_entry; drop function lienzo.keep_entries();
