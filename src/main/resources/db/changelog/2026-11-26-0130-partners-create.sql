--liquibase formatted sql

--changeset lienzo:partners-create
create table lienzo.partner_application (
    tenant_id        text not null references platform.organization,
    id               uuid not null,
    state            text not null check (state in ('UNCONFIRMED', 'OPEN', 'APPROVED', 'DECLINED')),
    language         text not null check (language in ('es', 'en', 'pt')),
    company          text not null check (length(company) <= 120),
    company_key      text not null check (length(company_key) <= 120),
    person           text not null check (length(person) <= 120),
    email            text not null check (length(email) <= 254),
    domain           text check (length(domain) <= 254),
    phone            text check (length(phone) <= 20),
    country          text not null check (country ~ '^[A-Z]{2}$'),
    clients          integer not null check (clients between 0 and 10000000),
    slug             text not null check (length(slug) <= 63),
    message          text not null check (length(message) <= 4000),
    marketing        boolean not null,
    created_at       timestamptz not null,
    confirmed_at     timestamptz,
    assignee_id      uuid,
    decided_at       timestamptz,
    decided_by       uuid,
    decider          text check (length(decider) <= 200),
    reason           text check (length(reason) <= 2000),
    organization_id  text references platform.organization,
    primary key (tenant_id, id),
    foreign key (tenant_id, assignee_id) references lienzo.member (tenant_id, id),
    constraint partner_application_confirmed check ((state = 'UNCONFIRMED') = (confirmed_at is null)),
    constraint partner_application_decided check ((state in ('APPROVED', 'DECLINED')) = (decided_at is not null)),
    constraint partner_application_approved check ((state = 'APPROVED') = (organization_id is not null)),
    constraint partner_application_declined check ((state = 'DECLINED') = (reason is not null))
);
comment on table lienzo.partner_application is 'Who wants to become a partner. Of the platform only.';
comment on column lienzo.partner_application.domain is 'Of the address, unless many strangers have theirs there: what tells doubles.';
comment on column lienzo.partner_application.marketing is 'Whether marketing mail was asked for, apart from everything else.';
create unique index partner_application_open on lienzo.partner_application (tenant_id, email) where state = 'OPEN';
create index partner_application_list on lienzo.partner_application (tenant_id, state, created_at desc, id);
create index partner_application_email on lienzo.partner_application (tenant_id, email, created_at);
create index partner_application_domain on lienzo.partner_application (tenant_id, domain) where domain is not null;
create index partner_application_company on lienzo.partner_application (tenant_id, company_key);
create index partner_application_assignee on lienzo.partner_application (tenant_id, assignee_id) where assignee_id is not null;
call platform.protect('lienzo.partner_application');
create table lienzo.partner_application_line (
    tenant_id       text not null,
    application_id  uuid not null,
    id              uuid not null,
    at              timestamptz not null,
    kind            text not null check (kind in ('ASKED', 'REMINDED', 'CONFIRMED', 'NOTED', 'ASSIGNED', 'RELEASED', 'WARNED', 'OVERDUE', 'APPROVED', 'DECLINED')),
    member_id       uuid,
    actor           text check (length(actor) <= 200),
    text            text check (length(text) <= 4000),
    primary key (tenant_id, application_id, id),
    foreign key (tenant_id, application_id) references lienzo.partner_application on delete cascade
);
comment on table lienzo.partner_application_line is 'What happened to an application, with who did it. Lines are added and never changed.';
call platform.protect('lienzo.partner_application_line');
revoke update on lienzo.partner_application_line from lienzo_app;
create table lienzo.partner_submission (
    tenant_id  text not null references platform.organization,
    id         uuid not null,
    at         timestamptz not null,
    primary key (tenant_id, id)
);
comment on table lienzo.partner_submission is 'Forms that were sent, by what was given out with the empty one: sent twice it is once, whatever became of it.';
create index partner_submission_at on lienzo.partner_submission (tenant_id, at);
call platform.protect('lienzo.partner_submission');
revoke update on lienzo.partner_submission from lienzo_app;
--rollback drop table lienzo.partner_submission; drop table lienzo.partner_application_line; drop table lienzo.partner_application;
