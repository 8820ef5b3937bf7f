--liquibase formatted sql

--changeset lienzo:tickets-closing
create table lienzo.ticket_closing (
    tenant_id   text not null,
    space_id    uuid not null,
    version     integer not null default 1,
    days        smallint not null check (days between 0 and 365),
    changed_at  timestamptz not null,
    primary key (tenant_id, space_id),
    foreign key (tenant_id, space_id) references lienzo.space on delete cascade
);
comment on table lienzo.ticket_closing is 'After how many days without an answer solved tickets of a space close by themselves; 0 for never. As usual where there is no row.';
call platform.protect('lienzo.ticket_closing');
create index ticket_solved on lienzo.ticket (tenant_id, space_id, solved_at) where category = 'SOLVED';
--rollback drop index lienzo.ticket_solved; drop table lienzo.ticket_closing;
