--liquibase formatted sql

--changeset lienzo:live-mark splitStatements:false
-- For statements that write their rows of the log themselves: `where lienzo.marks_events(tenant)` leaves the mark before the row draws
-- its id (docs/adr/0029), once in a transaction. A call for each row was a tenth of what a message costs.
create function lienzo.marks_events(tenant text) returns boolean language plpgsql as $$
declare
    place bigint;
begin
    if coalesce(current_setting('lienzo.emits', true), '') <> tenant then
        place := nextval('lienzo.event_id_seq');
        perform pg_advisory_xact_lock_shared(hashtext(tenant), (place & 2147483647)::int);
        perform set_config('lienzo.emits', tenant, true);
    end if;
    return true;
end
$$;
--rollback drop function lienzo.marks_events(text);
