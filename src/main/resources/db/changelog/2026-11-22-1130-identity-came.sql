--liquibase formatted sql

--changeset lienzo:identity-came splitStatements:false
alter table lienzo.member add column came_at timestamptz;
comment on column lienzo.member.came_at is 'When the person last signed in, or was last seen in a session that has ended; null when never.';
create index member_avatar on lienzo.member (tenant_id, avatar_id) where avatar_id is not null;
create function lienzo.remember_session() returns trigger language plpgsql as $$
begin
    if old.pending is null then
        update lienzo.member set came_at = old.seen_at
        where tenant_id = old.tenant_id and id = old.member_id and (came_at is null or came_at < old.seen_at);
    end if;
    return null;
end
$$;
create trigger session_remembered after delete on lienzo.session for each row execute function lienzo.remember_session();
--rollback drop trigger session_remembered on lienzo.session; drop function lienzo.remember_session();
--rollback drop index lienzo.member_avatar; alter table lienzo.member drop column came_at;
