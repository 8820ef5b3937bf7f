--liquibase formatted sql

--changeset lienzo:spaces-choice
create table lienzo.space_choice (
    tenant_id  text not null,
    member_id  uuid not null,
    space_id   uuid not null,
    primary key (tenant_id, member_id),
    foreign key (tenant_id, member_id) references lienzo.member on delete cascade,
    foreign key (tenant_id, space_id) references lienzo.space on delete cascade
);
comment on table lienzo.space_choice is 'Which one of his spaces a member looks at; no row for all of them.';
call platform.protect('lienzo.space_choice');
--rollback drop table lienzo.space_choice;
