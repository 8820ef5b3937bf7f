--liquibase formatted sql

--changeset lienzo:mail-outboxes splitStatements:false
-- How the outboxes stand, one organization after the other, each in its own scope: row security holds, and it is one round
-- trip. Of a mail nothing is told but its state and its age.
create function platform.outboxes(since timestamptz)
    returns table (organization_id text, organization_name text, waiting bigint, failed bigint, oldest timestamptz)
    language plpgsql as $$
declare
    before text := current_setting('lienzo.tenant', true);
    house  record;
begin
    for house in select o.id, o.name from platform.organization o loop
        perform set_config('lienzo.tenant', house.id, true);
        return query
            select house.id, house.name, count(*) filter (where m.state in ('QUEUED', 'SENDING')),
                count(*) filter (where m.state = 'FAILED' and m.created_at > since),
                min(m.created_at) filter (where m.state in ('QUEUED', 'SENDING'))
            from lienzo.outgoing_mail m
            where m.tenant_id = house.id and m.state in ('QUEUED', 'SENDING', 'FAILED')
            having count(*) > 0;
    end loop;
    perform set_config('lienzo.tenant', before, true);
end
$$;
comment on function platform.outboxes(timestamptz) is 'For operators: mails that wait, that were given up since, and the age of the oldest that waits, by organization.';
revoke all on function platform.outboxes(timestamptz) from public;
grant execute on function platform.outboxes(timestamptz) to lienzo_app;
--rollback drop function platform.outboxes(timestamptz);
