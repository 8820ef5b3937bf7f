--liquibase formatted sql

--changeset lienzo:contacts-file
alter table lienzo.contact
    add column version      integer not null default 0,
    add column title        text not null default '',
    add column said_email   text,
    add column time_zone    text,
    add column address      jsonb not null default '{}',
    add column social       jsonb not null default '{}',
    add column notes        text not null default '',
    add column tags         text[] not null default '{}',
    add column fields       jsonb not null default '{}',
    add column source       text not null default 'CHAT',
    add column made_key     text,
    add column made_hash    bytea,
    add column changed_at   timestamptz,
    add column blocked_at   timestamptz,
    add column removed_at   timestamptz,
    add column merged_into  uuid,
    add column also         text not null default '';
alter table lienzo.contact
    add column found  text not null generated always as (
        case when name = '' and email = '' and said_email is null and also = '' then ''
             else ' ' || platform.plain(name || ' ' || email || ' ' || coalesce(said_email, '') || ' ' || also) end) stored,
    add column called text collate "C" not null generated always as (
        platform.plain(coalesce(nullif(name, ''), nullif(email, ''), said_email, also))) stored;
alter table lienzo.contact add foreign key (tenant_id, merged_into) references lienzo.contact;
-- Its owner is held by the policies too, and has no organization here.
alter table lienzo.contact no force row level security;
update lienzo.contact set said_email = nullif(email, '');
alter table lienzo.contact force row level security;
comment on column lienzo.contact.email is 'His first address of contact_email, or what he said while there is none there; empty for none.';
comment on column lienzo.contact.said_email is 'What he says his address is, unless that is in contact_email: nobody checked it, so it opens nothing.';
comment on column lienzo.contact.also is 'Further words he is found by: all his addresses, numbers and companies.';
comment on column lienzo.contact.found is 'What he is searched in; empty for a visitor of whom nothing is known.';
comment on column lienzo.contact.called is 'What lists are in order by.';
comment on column lienzo.contact.made_key is 'The member and the key it was created with through the API: the same key twice is one contact.';
comment on column lienzo.contact.merged_into is 'Who he turned out to be. His row stays, without data of its own, for whom it was an address.';
create unique index contact_made on lienzo.contact (tenant_id, made_key) where made_key is not null;
create index contact_called on lienzo.contact (tenant_id, space_id, called, id) where removed_at is null and found <> '';
create index contact_blocked on lienzo.contact (tenant_id, space_id, called, id) where removed_at is null and blocked_at is not null;
create index contact_said on lienzo.contact (tenant_id, space_id, said_email) where removed_at is null and said_email is not null;
create index contact_merged on lienzo.contact (tenant_id, merged_into) where merged_into is not null;
create table lienzo.contact_email (
    tenant_id    text not null,
    space_id     uuid not null,
    address      text not null check (address = lower(address) and length(address) <= 254),
    contact_id   uuid not null,
    position     smallint not null,
    verified_at  timestamptz,
    primary key (tenant_id, space_id, address),
    foreign key (tenant_id, space_id, contact_id) references lienzo.contact (tenant_id, space_id, id) on delete cascade
);
comment on table lienzo.contact_email is 'Addresses in lower case: one belongs to one contact of a space.';
create index contact_email_contact on lienzo.contact_email (tenant_id, contact_id);
call platform.protect('lienzo.contact_email');
create table lienzo.contact_phone (
    tenant_id   text not null,
    contact_id  uuid not null,
    number      text not null check (number ~ '^\+[1-9][0-9]{4,14}$'),
    label       text not null default '',
    position    smallint not null,
    primary key (tenant_id, contact_id, number),
    foreign key (tenant_id, contact_id) references lienzo.contact on delete cascade
);
comment on column lienzo.contact_phone.number is 'E.164.';
create index contact_phone_number on lienzo.contact_phone (tenant_id, number);
call platform.protect('lienzo.contact_phone');
create table lienzo.contact_company (
    tenant_id       text not null,
    space_id        uuid not null,
    contact_id      uuid not null,
    company_id      uuid not null,
    first           boolean not null,
    sees_all        boolean not null default false,
    primary key (tenant_id, contact_id, company_id),
    foreign key (tenant_id, space_id, contact_id) references lienzo.contact (tenant_id, space_id, id) on delete cascade,
    foreign key (tenant_id, space_id, company_id) references lienzo.company (tenant_id, space_id, id) on delete cascade
);
comment on column lienzo.contact_company.first is 'The default company: whom a ticket is for that names none.';
comment on column lienzo.contact_company.sees_all is 'Main contact: may see all tickets of this company.';
create unique index contact_company_first on lienzo.contact_company (tenant_id, contact_id) where first;
create index contact_company_company on lienzo.contact_company (tenant_id, company_id);
call platform.protect('lienzo.contact_company');
create table lienzo.contact_undo (
    tenant_id  text not null,
    id         uuid not null,
    member_id  uuid not null,
    action     text not null,
    before     jsonb not null,
    at         timestamptz not null,
    until      timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, member_id) references lienzo.member on delete cascade
);
comment on table lienzo.contact_undo is 'How contacts were before somebody merged, removed or changed them in a row; forgotten when the time to think is over.';
create index contact_undo_until on lienzo.contact_undo (tenant_id, until);
call platform.protect('lienzo.contact_undo');
--rollback drop table lienzo.contact_undo; drop table lienzo.contact_company; drop table lienzo.contact_phone; drop table lienzo.contact_email; alter table lienzo.contact drop column called, drop column found, drop column also, drop column version, drop column title, drop column said_email, drop column time_zone, drop column address, drop column social, drop column notes, drop column tags, drop column fields, drop column source, drop column made_key, drop column made_hash, drop column changed_at, drop column blocked_at, drop column removed_at, drop column merged_into;

--changeset lienzo:contacts-gin
-- Trusted, as the others.
create extension if not exists btree_gin with schema platform;
--rollback drop extension btree_gin;

--changeset lienzo:contacts-search splitStatements:false
-- Under row security PostgreSQL looks for rows by leakproof operators only, and likeness is none: a search would read every
-- contact of the organization. So this one function reads as the owner, whose policy lets him read this table and nothing else
-- do, and names the organization itself.
create index contact_found on lienzo.contact using gin (tenant_id, space_id, found platform.gin_trgm_ops) with (fastupdate = off)
    where removed_at is null and found <> '';
create policy owner_searches on lienzo.contact for select to lienzo_owner using (true);
-- The setting is known once the extension was used in the session. Two wrong letters in a name of eight are still meant for it;
-- and how near each of thousands is costs more than it is worth.
select platform.similarity('', '');
create function lienzo.contacts_found(spaces uuid[], typed text, near boolean, most integer) returns table (id uuid, nearness real)
language plpgsql stable security definer
set search_path = pg_catalog, platform, pg_temp set pg_trgm.word_similarity_threshold = 0.3 as $$
declare
    word text;
    rows_ text := '';
    likeness text := '';
begin
    foreach word in array (regexp_split_to_array(trim(platform.plain(left(typed, 120))), '\s+'))[1:5] loop
        continue when word = '';
        if near and length(word) > 2 then
            rows_ := rows_ || format(' and %L <%% c.found', word);
            likeness := likeness || format(' + word_similarity(%L, c.found)', word);
        else
            rows_ := rows_ || format(' and c.found like %L',
                case when length(word) > 2 then '%' else '% ' end || replace(replace(replace(word, '\', '\\'), '%', '\%'), '_', '\_') || '%');
        end if;
    end loop;
    return query execute format(
        'select c.id, (0::real%s)::real from (
             select c.id, c.called, c.found from lienzo.contact c
             where c.tenant_id = current_setting(''lienzo.tenant'', true) and c.space_id = any($1)
               and c.removed_at is null and c.found <> ''''%s %s) c
         order by 2 desc, c.called, c.id limit $2', likeness, rows_, case when near then 'limit 1000' else '' end)
        using spaces, most;
end
$$;
revoke all on function lienzo.contacts_found(uuid[], text, boolean, integer) from public;
grant execute on function lienzo.contacts_found(uuid[], text, boolean, integer) to lienzo_app;
--rollback drop function lienzo.contacts_found(uuid[], text, boolean, integer); drop policy owner_searches on lienzo.contact; drop index lienzo.contact_found;

--changeset lienzo:contacts-companies splitStatements:false
-- Words that a contact is found by, beside his name and first address. Whoever writes rows around him asks for them anew; a
-- company that is called otherwise, goes or comes back does so by itself.
create function lienzo.contact_words(tenant text, contact uuid) returns text language sql stable
set search_path = pg_catalog, pg_temp as $$
    select concat_ws(' ',
        (select string_agg(e.address, ' ' order by e.position) from lienzo.contact_email e
         where e.tenant_id = tenant and e.contact_id = contact),
        (select string_agg(p.number, ' ' order by p.position) from lienzo.contact_phone p
         where p.tenant_id = tenant and p.contact_id = contact),
        (select string_agg(y.name, ' ') from lienzo.contact_company x
         join lienzo.company y on y.tenant_id = x.tenant_id and y.id = x.company_id and y.removed_at is null
         where x.tenant_id = tenant and x.contact_id = contact))
$$;
create function lienzo.rename_company() returns trigger language plpgsql as $$
begin
    update lienzo.contact c set also = lienzo.contact_words(c.tenant_id, c.id)
    where c.tenant_id = new.tenant_id
      and c.id in (select x.contact_id from lienzo.contact_company x where x.tenant_id = new.tenant_id and x.company_id = new.id);
    return null;
end
$$;
create trigger company_renamed after update on lienzo.company for each row
    when (old.name <> new.name or old.removed_at is distinct from new.removed_at) execute function lienzo.rename_company();
--rollback drop trigger company_renamed on lienzo.company; drop function lienzo.rename_company(); drop function lienzo.contact_words(text, uuid);
