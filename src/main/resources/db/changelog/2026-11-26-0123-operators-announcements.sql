--liquibase formatted sql

--changeset lienzo:operators-announcement
create table platform.announcement (
    id        uuid primary key,
    text_es   text not null default '' check (length(text_es) <= 600),
    text_en   text not null default '' check (length(text_en) <= 600),
    text_pt   text not null default '' check (length(text_pt) <= 600),
    begins_at timestamptz not null,
    ends_at   timestamptz not null,
    operator  text not null check (length(operator) <= 200)
);
comment on table platform.announcement is 'What the platform''s staff says to the Owners of all organizations.';
alter table platform.announcement enable row level security;
alter table platform.announcement force row level security;
create policy announcement_read on platform.announcement for select using (true);
create policy announcement_write on platform.announcement using (current_setting('lienzo.tenant', true) = 'platform');
revoke all on platform.announcement from lienzo_ops;
grant select, insert on platform.announcement to lienzo_app;
grant update (ends_at) on platform.announcement to lienzo_app;
create table lienzo.announcement_dismissal (
    tenant_id        text not null,
    announcement_id  uuid not null,
    member_id        uuid not null,
    primary key (tenant_id, announcement_id, member_id),
    foreign key (tenant_id, member_id) references lienzo.member on delete cascade,
    foreign key (announcement_id) references platform.announcement on delete cascade
);
comment on table lienzo.announcement_dismissal is 'Who has read an announcement and does not want to see it again.';
create index announcement_dismissal_member on lienzo.announcement_dismissal (tenant_id, member_id);
call platform.protect('lienzo.announcement_dismissal');
--rollback drop table lienzo.announcement_dismissal; drop table platform.announcement;
